package import Values

/// A table that was sent as a file (表格文件): its rows, each with its number in the file.
package struct Sheet: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// Counted from 1, as a spreadsheet shows it.
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Rows that hold anything; cells are trimmed text.
    package let rows: [Row]
    /// Names of further sheets of the same workbook that hold anything: they are not read.
    package let unread: [String]

    package init(rows: [Row], unread: [String] = []) {
        self.unread = unread
        self.rows = rows.filter { row in row.cells.contains { !$0.isEmpty } }
    }

    package enum Format: String, Hashable, Sendable, CaseIterable { case csv, xlsx }

    /// Reads a file of either format.
    package init(_ bytes: [UInt8], as format: Format) throws(SheetFault) {
        switch format {
        case .csv: self = try CSV.read(bytes)
        case .xlsx: self = try Workbook.read(bytes)
        }
    }

    /// The most rows that are read: no community has so many units.
    static let rowLimit = 50_000
    static let columnLimit = 100
}

/// Why a file is no table.
package enum SheetFault: Error, Hashable, Sendable {
    case notUTF8
    case openQuote(row: Int)
    case notAWorkbook(String)
    case tooLarge

    package var words: Words {
        switch self {
        case .notUTF8:
            Words(
                "文件不是 UTF-8 编码；请在表格软件中另存为“CSV UTF-8”或 xlsx。",
                "The file is not UTF-8: save it as CSV UTF-8, or as xlsx.")
        case .openQuote(let row):
            Words("第 \(row) 行的引号没有成对。", "A quote that opens in row \(row) does not close.")
        case .notAWorkbook(let what):
            Words("文件不是可读的 xlsx 表格（\(what)）。", "The file is not a workbook that can be read: \(what).")
        case .tooLarge:
            Words(
                "表格超过 5 万行或 100 列，或展开后过大。", "The table has too many rows or columns, or unpacks to too much.")
        }
    }
}

extension String {
    /// Without spaces around it, ideographic ones too.
    var trimmed: String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{FEFF}"
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
