package import Values

/// Reads the rows of a file as units of the register (户册读取), naming every mistake.
package struct RegisterReader {
    /// The columns that a file may have, by the words at their head.
    package enum Column: String, CaseIterable, Sendable {
        case building, entrance, room, area, source, owners, identity, developer

        var heads: [String] {
            switch self {
            case .building: ["楼幢", "幢号", "楼栋", "building"]
            case .entrance: ["单元", "entrance"]
            case .room: ["室号", "房号", "room"]
            case .area: ["产权面积", "专有部分面积", "面积", "area"]
            case .source: ["面积来源", "area_source"]
            case .owners: ["业主", "业主姓名", "owners"]
            case .identity: ["业主标识", "证件号码", "owner_id"]
            case .developer: ["未售", "建设单位未售", "developer"]
            }
        }

        package var title: String { heads[0] }
        var isNeeded: Bool { [.building, .room, .area, .source, .owners].contains(self) }
    }

    private var columns: [Column: Int] = [:]
    private var entries: [RegisterEntry] = []
    private var errors: [RegisterIssue] = []
    private var warnings: [RegisterIssue] = []
    private var rows: [[String]: Int] = [:]
    private var names: [String: (names: String, row: Int)] = [:]
    private var unnumbered: [String: Int] = [:]

    /// Reads the head and all rows; each row is its number in the file and its cells.
    ///
    /// Further sheets of a workbook are named,
    /// since homes on them would be missing from the denominators.
    ///
    /// - Source: catalogue CON-4, CON-5, CV-04
    package static func read(
        _ rows: [(number: Int, cells: [String])], beside unread: [String] = []
    ) -> RegisterReading {
        var reader = RegisterReader()
        if !unread.isEmpty {
            let names = (unread.prefix(10) + (unread.count > 10 ? ["…"] : [])).map { "“\($0)”" }
            reader.warnings.append(
                RegisterIssue(
                    rows.first?.number ?? 1, "工作表", "sheets_are_not_read",
                    Words(
                        "只读取第一张工作表；还有 \(unread.count) 张有内容的没有读取：\(names.joined(separator: "、"))。",
                        "The first sheet alone is read; \(unread.count) more hold something: \(names.joined(separator: ", "))."
                    )))
        }
        guard let head = rows.first else {
            reader.error(1, .building, "file_is_empty", Words("文件里没有内容。", "The file is empty."))
            return reader.reading
        }
        reader.readHead(head.cells, row: head.number)
        guard reader.errors.isEmpty else { return reader.reading }
        for row in rows.dropFirst() { reader.read(row.cells, row: row.number) }
        if reader.entries.isEmpty, reader.errors.isEmpty {
            reader.error(
                head.number, .room, "file_has_no_units", Words("表头下面没有住户。", "No unit stands below the head."))
        }
        return reader.reading
    }

    private var reading: RegisterReading {
        RegisterReading(entries: errors.isEmpty ? entries : [], errors: errors, warnings: warnings)
    }

    private mutating func readHead(_ cells: [String], row: Int) {
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            let head = cell.lowercased()
            guard let column = Column.allCases.first(where: { $0.heads.contains(head) }) else {
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
        let area = Area(squareMetres: cell(.area))
        if area.map({ $0.hundredths > 0 && $0.hundredths < 100_000_000 }) != true {
            error(
                row, .area, "area_is_no_area",
                Words("面积应是大于零、至多两位小数的平方米数。", "The area is a positive number of ㎡ with at most two places."))
        }
        let source = AreaSource.allCases.first {
            $0.rawValue == cell(.source).lowercased() || $0.words.zh == cell(.source)
        }
        if source == nil {
            error(
                row, .source, "area_source_is_unknown",
                Words("面积来源应为：登记、实测、合同。", "The source is registered, surveyed or contract."))
        }
        let owner = owner(cell(.owners), cell(.identity), cell(.developer), cells, row: row)
        let place = [cell(.building), cell(.entrance), cell(.room)].map {
            RegisterReader.whole(RegisterReader.halfWidth($0))
        }
        for (column, text) in zip([Column.building, .entrance, .room], place) where RegisterReader.isDay(text)
        {
            let words = RegisterReader.rewritten(column)
            error(row, column, words.code, words.words)
        }
        let door = RegisterReader.door(place)
        if let first = rows[door] {
            error(
                row, .room, "room_is_doubled",
                Words("与第 \(first) 行是同一户。", "The same unit as in row \(first)."))
        }
        rows[door] = row
        guard errors.count == before, let area, let source, let owner else { return }
        entries.append(
            RegisterEntry(
                building: place[0], entrance: place[1], room: place[2], area: area, source: source,
                owner: owner))
    }

    private mutating func owner(
        _ names: String, _ identity: String, _ developer: String, _ cells: [String], row: Int
    ) -> RegisterOwner? {
        let isDeveloper: Bool
        switch developer.lowercased() {
        case "是", "yes", "true", "1": isDeveloper = true
        case "", "否", "no", "false", "0": isDeveloper = false
        default:
            error(row, .developer, "developer_is_yes_or_no", Words("只填“是”或“否”。", "Say yes or no."))
            return nil
        }
        let people = RegisterReader.parts(names)
        if people.isEmpty {
            error(row, .owners, "owner_is_missing", Words("没有业主姓名或名称。", "No owner is named."))
            return nil
        }
        let shown = people.joined(separator: "、")
        if isDeveloper { return RegisterOwner(names: shown, identity: "developer", developer: true) }
        let numbers = RegisterReader.parts(identity.uppercased())
        if numbers.isEmpty {
            if let first = unnumbered[shown] {
                warnings.append(
                    RegisterIssue(
                        row, Column.owners.title, "same_name_without_number",
                        Words(
                            "与第 \(first) 行业主同名而没有标识：按两人计；是同一人的请填业主标识。",
                            "Named as in row \(first) and without a number: counted as two persons.")))
            } else {
                unnumbered[shown] = row
            }
            let door = [Column.building, .entrance, .room].map { column in
                columns[column].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
            }
            return RegisterOwner(
                names: shown, identity: "unit:" + door.joined(separator: "/"), developer: false)
        }
        if numbers.count < people.count {
            warnings.append(
                RegisterIssue(
                    row, Column.identity.title, "owners_share_one_number",
                    Words(
                        "\(people.count) 位业主只有 \(numbers.count) 个标识：请核对是否漏填。",
                        "\(people.count) owners have \(numbers.count) numbers: is one missing?")))
        }
        let key = "id:" + numbers.sorted().joined(separator: "+")
        if let known = self.names[key], known.names != shown {
            error(
                row, .identity, "one_number_two_names",
                Words(
                    "这个业主标识在第 \(known.row) 行是别的姓名。",
                    "Row \(known.row) has another name under this number."))
            return nil
        }
        if self.names[key] == nil { self.names[key] = (shown, row) }
        return RegisterOwner(names: shown, identity: key, developer: false)
    }

    /// What is typed in full width, as in half: １０１ is 101.
    static func halfWidth(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// A number that a sheet has given a point and noughts, as it was meant: 101.0 is 101.
    static func whole(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) }),
            parts[0].allSatisfy(\.isNumber), parts[1].allSatisfy({ $0 == "0" })
        else { return text }
        return String(parts[0])
    }

    /// Building, entrance and room as they are compared: without blanks, without the word that says what each is.
    private static func door(_ place: [String]) -> [String] {
        zip(place, [["号楼", "幢", "栋", "座", "楼"], ["单元"], ["室", "号", "房"]]).map { part, kinds in
            let plain = part.lowercased().filter { !$0.isWhitespace }
            let kind = kinds.first { plain.hasSuffix($0) && plain != $0 }
            return String(plain.dropLast(kind?.count ?? 0))
        }
    }

    /// Whether a part of a door is a day as spreadsheets show one: 2026-01-01, 2026/1/1, 1月1日.
    static func isDay(_ text: String) -> Bool {
        if BusinessDay(iso: String(text.prefix(10))) != nil { return true }
        let parts = text.split { "/月".contains($0) }.map { $0.hasSuffix("日") ? $0.dropLast() : $0 }
        guard text.contains("/") || text.hasSuffix("日"), (2...3).contains(parts.count) else { return false }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return false }
        return parts.count == 2
            ? text.hasSuffix("日") && (1...12).contains(numbers[0]) && (1...31).contains(numbers[1])
            : numbers[0] >= 1900 && BusinessDay(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    }

    /// What is said of a part of a door that the sheet's program has made a day of.
    static func rewritten(_ column: Column) -> (code: String, words: Words) {
        (
            column.rawValue + "_is_a_date",
            Words(
                "\(column.title)像是日期：表格软件把它改写了；把这一列设成文本再填。",
                "The \(column.rawValue) reads as a date: the sheet's program has rewritten it. Make the column text."
            )
        )
    }

    /// Several names or numbers in one cell, in their order.
    private static func parts(_ text: String) -> [String] {
        text.split { "、,，;；/".contains($0) }.map { part in
            String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }

    private mutating func error(_ row: Int, _ column: Column, _ code: String, _ words: Words) {
        errors.append(RegisterIssue(row, column.title, code, words))
    }
}
