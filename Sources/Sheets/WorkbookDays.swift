import Values

/// Which numbers of a workbook are days (日期单元格): the file holds a count of days, and only the cell's style tells.
///
/// Spreadsheets make a day of what is typed as 1-1 or 3/2; read as its number, a door would be one that nobody typed.
struct WorkbookDays {
    /// By the number of a cell's style.
    private var isDay: [Bool] = []
    private var countsFrom1904 = false

    init(_ archive: Archive) throws(SheetFault) {
        if let book = try archive.file("xl/workbook.xml") {
            let reader = try Markup(book)
            while let piece = try reader.next() {
                guard case .open("workbookPr", let attributes) = piece else { continue }
                countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
            }
        }
        guard let styles = try archive.file("xl/styles.xml") else { return }
        var own = [Int: Bool]()
        var isCellStyle = false
        let reader = try Markup(styles)
        while let piece = try reader.next() {
            switch piece {
            case .open("numFmt", let attributes):
                if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
                    own[id] = WorkbookDays.writesADay(attributes["formatCode"] ?? "")
                }
            case .open("cellXfs", _): isCellStyle = true
            case .close("cellXfs"): isCellStyle = false
            case .open("xf", let attributes):
                guard isCellStyle else { continue }
                let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                isDay.append(own[id] ?? WorkbookDays.isBuiltInDay(id))
            default: break
            }
        }
    }

    /// The day that a number stands for in a cell of this style; nil where it is a number.
    func day(_ text: String, style: Int?) -> BusinessDay? {
        guard let style, isDay.indices.contains(style), isDay[style], let value = Double(text),
            value >= 0, value < 200_000,
            let first = countsFrom1904
                ? BusinessDay(year: 1904, month: 1, day: 1) : BusinessDay(year: 1899, month: 12, day: 30)
        else { return nil }
        return first.adding(days: Int(value))
    }

    /// Formats without a code of their own in the file: ECMA-376 part 1, 18.8.30, with those of East Asian editions.
    private static func isBuiltInDay(_ id: Int) -> Bool {
        [14...17, 22...22, 27...31, 36...36, 50...54, 57...58].contains { $0.contains(id) }
    }

    /// Whether a format writes a year or a day of the month: beside quoted words, escaped signs and brackets.
    private static func writesADay(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for letter in code {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = letter != "\""
            } else if isBracketed {
                isBracketed = letter != "]"
            } else {
                switch letter {
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "\\", "_": isEscaped = true
                case "y", "Y", "d", "D": return true
                default: break
                }
            }
        }
        return false
    }
}
