import Values

/// What the parser of command lines says in English, in Chinese with the English beside (命令行用语).
enum ParserWords {
    /// What is wrong with a command line.
    static func words(_ message: String) -> Words {
        for form in forms {
            if let chinese = form(message) { return Words(chinese, message) }
        }
        return sides(message) ?? Words("这样写不对，请看用法", message)
    }

    /// A mistake as the terminal shows it, in one language: what is wrong, what the argument is for, how the command is written.
    ///
    /// `whole` is the parser's own text, whose lines behind the message are kept.
    static func mistake(_ message: String, in whole: String, _ language: Language) -> String {
        let told = language.text(words(message))
        let rest = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .drop { line in !told.isEmpty && !mistakeHeads.contains { line.hasPrefix($0.0) } }
        return
            ([language.text(Words("命令有误：\(told)", "Error: \(told)"))]
            + rest.map { headed($0, language) }).joined(separator: "\n")
    }

    /// The two languages of a text that has both, Chinese first: behind ` / `, ` · ` or the Chinese full stop; nil where it has
    /// one.
    static func sides(_ text: String) -> Words? {
        for mark in [" / ", " · ", "。 "] {
            guard let place = range(of: mark, in: text) else { continue }
            let (zh, en) = (text[..<place.lowerBound], text[place.upperBound...])
            guard isChinese(zh), !isChinese(en) else { continue }
            return Words(String(zh) + (mark == "。 " ? "。" : ""), String(en))
        }
        return isChinese(text[...]) ? Words(text, text) : nil
    }

    private static func isChinese(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// How a line behind a mistake begins, and how it begins here.
    private static let mistakeHeads: [(String, Words)] = [
        ("Usage: ", Words("用法：", "Usage: ")), ("USAGE: ", Words("用法：", "Usage: ")),
        ("Help:  ", Words("参数：", "Argument: ")), ("  See '", Words("  详见：", "  See: ")),
    ]

    private static func headed(_ line: String, _ language: Language) -> String {
        guard let (english, own) = mistakeHeads.first(where: { line.hasPrefix($0.0) }) else { return line }
        let rest = String(line.dropFirst(english.count))
        // See 'yanshou gate --help' for more information.
        if english.hasSuffix("'") { return language.text(own) + rest.prefix { $0 != "'" } }
        // <gate>  哪个关口 / which gate
        guard english == "Help:  ", let gap = range(of: "  ", in: rest) else {
            return language.text(own) + rest
        }
        let help = String(rest[gap.upperBound...])
        return language.text(own) + rest[..<gap.upperBound] + (sides(help).map(language.text) ?? help)
    }

    /// A page of help with its heads in both languages; any other text, a version or a completion, as it is.
    static func help(_ text: String) -> String {
        guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { noted(headed(String($0))) }.joined(separator: "\n")
    }

    /// How a line of help begins, and how it begins here.
    private static let heads = [
        ("OVERVIEW: ", "说明 / overview: "), ("USAGE: ", "用法 / usage: "),
        ("ARGUMENTS:", "参数 / arguments:"), ("OPTIONS:", "选项 / options:"),
        ("SUBCOMMANDS:", "子命令 / subcommands:"), ("  See '", "  详见 / see: "),
    ]

    private static func headed(_ line: String) -> String {
        guard let (english, own) = heads.first(where: { line.hasPrefix($0.0) }) else { return line }
        let rest = line.dropFirst(english.count)
        guard english.hasSuffix("'") else { return own + rest }
        // See 'yanshou gate --help' for more information.
        return own + rest.prefix { $0 != "'" }
    }

    /// The parser's own notes on an option.
    private static func noted(_ line: String) -> String {
        [
            ("Show the version.", "显示版本 / show the version"),
            ("Show help information.", "显示帮助 / show this help"), ("(default: ", "(默认 / default: "),
            ("(values: ", "(可用 / values: "), ("; default: ", "；默认 / default: "),
        ].reduce(line) { line, note -> String in
            guard let place = range(of: note.0, in: line) else { return line }
            return String(line[..<place.lowerBound]) + note.1 + String(line[place.upperBound...])
        }
    }

    private static func range(of part: String, in text: String) -> Range<String.Index>? {
        text.indices.first { text[$0...].hasPrefix(part) }.map {
            $0..<text.index($0, offsetBy: part.count)
        }
    }

    /// What stands between quotes behind a beginning, and what follows; nil where a text does not begin so.
    private static func quoted(_ text: String, after beginning: String) -> (part: String, rest: String)? {
        guard text.hasPrefix(beginning + "'") else { return nil }
        let inside = text.dropFirst(beginning.count + 1)
        guard let end = inside.firstIndex(of: "'") else { return nil }
        return (String(inside[..<end]), String(inside[inside.index(after: end)...]))
    }

    /// What may stand instead: quoted in a line, or a line each.
    private static func choices(_ text: String) -> String {
        guard text.hasPrefix(". Please provide one of ") else { return "" }
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
        return lines.isEmpty ? list(text) : lines.joined(separator: "、")
    }

    /// Everything between the first quote and the last.
    private static func list(_ text: String) -> String {
        guard let first = text.firstIndex(of: "'"), let last = text.lastIndex(of: "'"), first < last else {
            return text
        }
        let pieces = text[text.index(after: first)..<last].split(separator: "'").map(String.init)
        return pieces.filter { ![", ", " or ", " and ", ", or "].contains($0) }.joined(separator: "、")
    }

    /// The forms in which the parser speaks, each as the Chinese of a message that has it.
    private static let forms: [@Sendable (String) -> String?] = [
        { message in
            // An unknown option, or a known one without its value: a line each.
            guard let place = range(of: "\n   or: ", in: message) else { return nil }
            let (one, two) = (String(message[..<place.lowerBound]), String(message[place.upperBound...]))
            return "\(words(one).zh)；或者\(words(two).zh)"
        },
        { quoted($0, after: "Missing expected argument ").map { "缺少 \($0.part)" } },
        { $0.hasPrefix("Missing one of: ") ? "缺少其中之一：\(list($0))" : nil },
        { quoted($0, after: "Missing value for ").map { "\($0.part) 后面缺少值" } },
        { $0 == "Missing required subcommand." ? "请写明子命令" : nil },
        { message in
            quoted(message, after: "Unknown option ").map { found in
                let near = quoted(found.rest, after: ". Did you mean ")
                return "没有选项 \(found.part)" + (near.map { "；是不是 \($0.part)？" } ?? "")
            }
        },
        { quoted($0, after: "Unexpected argument ").map { "多出参数 \($0.part)" } },
        { $0.contains(" unexpected arguments: '") ? "多出参数 \(list($0))" : nil },
        { quoted($0, after: "The option ").map { "选项 \($0.part) 不带值" } },
        { message in
            quoted(message, after: "The value ").map { found in
                guard let name = quoted(found.rest, after: " is invalid for ") else {
                    return "“\(found.part)”不符合要求"
                }
                let choices = choices(name.rest)
                let why = name.rest.hasPrefix(": ") ? sides(String(name.rest.dropFirst(2)))?.zh : nil
                return "\(name.part) 不能是“\(found.part)”"
                    + (choices.isEmpty ? why.map { "：\($0)" } ?? "" : "；可用：\(choices)")
            }
        },
        { $0.hasPrefix("Value to be set with ") ? "选项重复或互相矛盾：\(list($0))" : nil },
        { $0.hasPrefix("Invalid option: ") ? "选项有误：\($0.dropFirst("Invalid option: ".count))" : nil },
        { quoted($0, after: "Command ").map { "\($0.part) 不是这个命令的上级" } },
        { $0.hasPrefix("Internal error. ") ? "程序没能读懂这条命令，请报告给维护人员" : nil },
        { $0.hasPrefix("Can't autodetect a supported shell") ? "认不出当前的 shell：可用 bash、zsh、fish" : nil },
        { $0.hasPrefix("Can't generate completion scripts") ? "不能为这种 shell 生成补全：可用 bash、zsh、fish" : nil },
    ]
}
