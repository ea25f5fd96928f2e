package import Values

/// Reads the rows of a file as the list of households that comes with a scheme (随方案的户册), naming every mistake.
package struct SchemeListReader {
    /// The columns that such a file may have, by the words at their head.
    private enum Column: String, CaseIterable {
        case building, entrance, room, area, share

        var heads: [String] {
            switch self {
            case .building: RegisterReader.Column.building.heads
            case .entrance: RegisterReader.Column.entrance.heads
            case .room: RegisterReader.Column.room.heads
            case .area: RegisterReader.Column.area.heads
            case .share: ["应缴额", "应缴金额", "自筹金额", "share"]
            }
        }

        var title: String { heads[0] }
        var isNeeded: Bool { self != .entrance && self != .share }
    }

    private var columns: [Column: Int] = [:]
    package private(set) var households: [Scheme.Household] = []
    package private(set) var errors: [RegisterIssue] = []

    /// Reads the head and all rows; each row is its number in the file and its cells.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-3; catalogue CV-04
    package init(_ rows: [(number: Int, cells: [String])]) {
        guard let head = rows.first else {
            errors.append(
                RegisterIssue(1, "", "file_is_empty", Words("文件里没有内容。", "The file is empty.")))
            return
        }
        readHead(head.cells, row: head.number)
        guard errors.isEmpty else { return }
        for row in rows.dropFirst() { read(row.cells, row: row.number) }
        if households.isEmpty, errors.isEmpty {
            error(
                head.number, .room, "file_has_no_units", Words("表头下面没有住户。", "No unit stands below the head."))
        }
    }

    private mutating func readHead(_ cells: [String], row: Int) {
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            let head = cell.lowercased()
            // A register with its owners serves too: what it says of them comes with a file of its own.
            guard let column = Column.allCases.first(where: { $0.heads.contains(head) }) else {
                if RegisterReader.Column.allCases.contains(where: { $0.heads.contains(head) }) { continue }
                errors.append(
                    RegisterIssue(
                        row, cell, "column_is_unknown",
                        Words("不认识的列“\(cell)”。", "There is no column \(cell).")))
                continue
            }
            if columns[column] != nil {
                error(row, column, "column_is_doubled", Words("这一列出现了两次。", "The column stands twice."))
            }
            columns[column] = index
        }
        for column in Column.allCases where column.isNeeded && columns[column] == nil {
            error(
                row, column, "column_is_missing",
                Words("缺少“\(column.title)”列。", "The column \(column.rawValue) is missing."))
        }
    }

    private mutating func read(_ cells: [String], row: Int) {
        func cell(_ column: Column) -> String {
            guard let index = columns[column], index < cells.count else { return "" }
            return cells[index]
        }
        let before = errors.count
        if cell(.room).isEmpty { error(row, .room, "room_is_missing", Words("没有室号。", "No room.")) }
        if cell(.building).isEmpty {
            error(row, .building, "building_is_missing", Words("没有楼幢。", "No building."))
        }
        for column in [Column.building, .entrance, .room] where cell(column).unicodeScalars.count > 20 {
            error(row, column, "too_long", Words("最多 20 个字。", "It has at most 20 characters."))
        }
        for (column, part) in [
            (Column.building, RegisterReader.Column.building), (.entrance, .entrance), (.room, .room),
        ] where RegisterReader.isDay(RegisterReader.halfWidth(cell(column))) {
            let words = RegisterReader.rewritten(part)
            error(row, column, words.code, words.words)
        }
        if Area(squareMetres: cell(.area)).map({ $0.hundredths > 0 && $0.hundredths < 100_000_000 }) != true {
            error(
                row, .area, "area_is_no_area",
                Words("面积应是大于零、至多两位小数的平方米数。", "The area is a positive number of ㎡ with at most two places."))
        }
        var share: Fen?
        if !cell(.share).isEmpty {
            share = Fen(yuan: cell(.share))
            if share.map({ $0 >= .zero }) != true {
                error(
                    row, .share, "share_is_no_sum",
                    Words("应缴额应是不小于零、至多两位小数的元数。", "A share is a sum in yuan, not negative."))
            }
        }
        guard errors.count == before else { return }
        households.append(
            Scheme.Household(
                building: cell(.building), entrance: cell(.entrance), room: cell(.room), area: cell(.area),
                share: share))
    }

    private mutating func error(_ row: Int, _ column: Column, _ code: String, _ words: Words) {
        errors.append(RegisterIssue(row, column.title, code, words))
    }
}
