package import Values

/// The columns a text takes on a terminal: East Asian wide characters take two.
package enum TextWidth {
    package static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The text with spaces behind it up to the width.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    /// The text, cut with `…` where it is wider.
    package static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var cut = ""
        var used = 1
        for character in text {
            used += columns(of: character)
            if used > width { break }
            cut.append(character)
        }
        return cut + "…"
    }

    private static func columns(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        let kinds: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark, .format, .control]
        if kinds.contains(first.properties.generalCategory) { return 0 }
        let isPicture = character.unicodeScalars.contains { $0.value == 0xFE0F } && first.value > 0xFF
        return isPicture || wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    // Blocks whose characters are Wide or Fullwidth in Unicode's table of East Asian widths.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2648...0x2653, 0x26A1...0x26A1,
        0x26D4...0x26D4, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E,
        0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2E80...0x303E,
        0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF,
        0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]
}

/// Rows under headings, in columns that line up whatever the script.
package struct Table: Sendable {
    package let headings: [Words]
    package private(set) var rows: [[String]]

    package init(_ headings: [Words], rows: [[String]] = []) {
        self.headings = headings
        self.rows = rows
    }

    package mutating func add(_ cells: String...) { rows.append(cells) }

    /// The lines, headings first; the last column is cut where a width is given.
    package func lines(in language: Language, width: Int?) -> [String] {
        let all = [headings.map(language.text)] + rows.map { $0.map(Table.plain) }
        let count = all.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            all.map { column < $0.count ? TextWidth.columns($0[column]) : 0 }.max() ?? 0
        }
        return all.map { cells in
            var line = ""
            for (column, cell) in cells.enumerated() {
                let isLast = column == cells.count - 1
                line += isLast ? cell : TextWidth.padded(cell, to: widths[column]) + "  "
            }
            return width.map { TextWidth.cut(line, to: $0) } ?? line
        }
    }

    /// One line without control bytes: what others wrote must not drive the reader's terminal.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        // Besides control characters, those that turn the direction of writing and so hide words.
        scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}
