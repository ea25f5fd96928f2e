import Values

/// What the parser of command lines says in English, in Chinese with the English beside (命令行用语).
enum ParserWords {
    /// What is wrong with a command line.
    static func words(_ message: String) -> Words {
        for form in forms {
            if let chinese = form(message) { return Words(chinese, message) }
        }
        return Words(message, message)
    }

    /// A mistake as the terminal shows it: what is wrong, what the argument is for, how the command is written.
    ///
    /// `whole` is the parser's own text, whose lines behind the message are kept.
    static func mistake(_ message: String, in whole: String) -> String {
        let words = words(message)
        var lines = ["命令有误：\(words.zh)"]
        if words.zh != words.en { lines.append("  \(words.en)") }
        let rest = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .drop { line in !heads.contains { line.hasPrefix($0.0) } }
        return (lines + rest.map(headed)).joined(separator: "\n")
    }

    /// A page of help with its heads in both languages; any other text, a version or a completion, as it is.
    static func help(_ text: String) -> String {
        guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { noted(headed(String($0))) }.joined(separator: "\n")
    }

    /// How a line begins, and how it begins here.
    private static let heads = [
        ("OVERVIEW: ", "说明 / overview: "), ("USAGE: ", "用法 / usage: "), ("Usage: ", "用法 / usage: "),
        ("ARGUMENTS:", "参数 / arguments:"), ("OPTIONS:", "选项 / options:"),
        ("SUBCOMMANDS:", "子命令 / subcommands:"), ("Help:  ", "参数 / argument:  "),
        ("  See '", "  详见 / see: "),
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
                let choices = name.rest.hasPrefix(". Please provide one of ") ? "；可用：\(list(name.rest))" : ""
                return "\(name.part) 不能是“\(found.part)”\(choices)"
            }
        },
        { $0.hasPrefix("Value to be set with ") ? "选项重复或互相矛盾：\(list($0))" : nil },
        { $0.hasPrefix("Can't generate completion scripts") ? "不能为这种 shell 生成补全：可用 bash、zsh、fish" : nil },
    ]
}
