/// Comma-separated values (RFC 4180), in UTF-8 with or without a mark at the front.
enum CSV {
    static func read(_ bytes: [UInt8]) throws(SheetFault) -> Sheet {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        var reader = Reader(separator: separator(of: text))
        for character in text.unicodeScalars { try reader.take(character) }
        return try reader.finish()
    }

    /// A tab where the first line has one and no comma: what is pasted from a spreadsheet.
    private static func separator(of text: String) -> Unicode.Scalar {
        let first = text.unicodeScalars.prefix { $0 != "\n" }
        return first.contains("\t") && !first.contains(",") ? "\t" : ","
    }

    private struct Reader {
        let separator: Unicode.Scalar
        var rows: [Sheet.Row] = []
        var cells: [String] = []
        var cell = ""
        var line = 1
        var start = 1
        var isQuoted = false
        var endsQuote = false

        mutating func take(_ scalar: Unicode.Scalar) throws(SheetFault) {
            if scalar == "\n" { line += 1 }
            if isQuoted {
                if scalar == "\"" {
                    isQuoted = false
                    endsQuote = true
                } else {
                    cell.unicodeScalars.append(scalar)
                }
                return
            }
            switch scalar {
            case "\"" where endsQuote:
                // Two quotes inside a quoted cell are one.
                cell.unicodeScalars.append(scalar)
                isQuoted = true
                endsQuote = false
            case "\"" where cell.trimmed.isEmpty:
                cell = ""
                isQuoted = true
            case separator:
                endCell()
            case "\n":
                endCell()
                try endRow()
            case "\r": break
            default: cell.unicodeScalars.append(scalar)
            }
            if scalar != "\"" { endsQuote = false }
        }

        mutating func endCell() {
            cells.append(cell.trimmed)
            cell = ""
            endsQuote = false
        }

        mutating func endRow() throws(SheetFault) {
            guard rows.count < Sheet.rowLimit, cells.count <= Sheet.columnLimit else { throw .tooLarge }
            rows.append(Sheet.Row(number: start, cells: cells))
            cells = []
            start = line
        }

        mutating func finish() throws(SheetFault) -> Sheet {
            if isQuoted { throw .openQuote(row: start) }
            if !cell.isEmpty || !cells.isEmpty {
                endCell()
                try endRow()
            }
            return Sheet(rows: rows)
        }
    }
}
