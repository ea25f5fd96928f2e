import Glibc
package import Values

/// Where reports are shown: in the reader's language, in colour on a terminal alone, or as JSON.
package struct Screen: Sendable {
    package let language: Language
    package let asJSON: Bool
    package let colours: Bool
    /// The width of the terminal; nil where the output is no terminal, and nothing is cut.
    package let width: Int?

    package init(language: Language, asJSON: Bool, colours: Bool, width: Int?) {
        self.language = language
        self.asJSON = asJSON
        self.colours = colours
        self.width = width
    }

    /// The screen this process has.
    package init(language: Language, asJSON: Bool, environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        self.init(
            language: language, asJSON: asJSON,
            colours: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb",
            width: known ? Int(size.ws_col) : nil)
    }

    /// What the report is on this screen: one JSON text, or lines.
    package func text(of report: Report) -> String {
        if asJSON { return report.json.description + "\n" }
        return report.lines.flatMap(lines(of:)).map { $0 + "\n" }.joined()
    }

    package func show(_ report: Report) {
        let stream: Int32 = report.isFailure && !asJSON ? STDERR_FILENO : STDOUT_FILENO
        Screen.write(text(of: report), to: stream)
    }

    /// A remark beside the result, on the error stream.
    package func remark(_ words: Words) {
        Screen.write(paint(language.text(words), .yellow) + "\n", to: STDERR_FILENO)
    }

    static func write(_ text: String, to stream: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case bold = "1"
        case faint = "2"
    }

    private func paint(_ text: String, _ colour: Colour) -> String {
        colours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func plain(_ words: Words) -> String { Table.plain(language.text(words)) }

    private func lines(of line: Report.Line) -> [String] {
        switch line {
        case .heading(let words): return [paint(plain(words), .bold)]
        case .text(let words): return [plain(words)]
        case .good(let words): return [paint("✓ ", .green) + plain(words)]
        case .bad(let words): return [paint("✗ ", .red) + plain(words)]
        case .caution(let words): return [paint("! ", .yellow) + plain(words)]
        case .pair(let name, let value):
            return [plain(name) + (language == .chinese ? "：" : ": ") + Table.plain(value)]
        case .table(let table):
            let lines = table.lines(in: language, width: width)
            return lines.prefix(1).map { paint($0, .faint) } + lines.dropFirst()
        case .refusal(let refusal): return lines(of: refusal)
        case .reasons(let reasons): return reasons.flatMap(lines(of:))
        }
    }

    private func lines(of refusal: Refusal) -> [String] {
        var lines = [paint("✗ ", .red) + plain(refusal.detail) + paint("  [\(refusal.code)]", .faint)]
        lines += refusal.because.flatMap { self.lines(of: $0.without(finding: refusal.detail)) }
        for item in refusal.missing { lines.append(labelled(Words("尚缺", "missing"), language.text(item))) }
        lines.append(labelled(Words("办法", "remedy"), language.text(refusal.remedy)))
        if !refusal.liftedBy.isEmpty {
            let roles = refusal.liftedBy.map { language.text($0.words) }
            let joined = roles.joined(separator: language == .chinese ? "、" : ", ")
            lines.append(labelled(Words("谁能解除", "lifted by"), joined))
        }
        return lines
    }

    /// A tree below the line that it explains.
    private func lines(of reason: Reason) -> [String] {
        reason.outline(at: 2).map { String(repeating: "  ", count: $0.depth) + plain($0.words) }
    }

    private func labelled(_ name: Words, _ text: String) -> String {
        "    " + language.text(name) + (language == .chinese ? "：" : ": ") + Table.plain(text)
    }
}
