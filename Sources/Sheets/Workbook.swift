import Values

/// The first sheet of an Office Open XML workbook (ECMA-376), as text, with the names of further sheets that hold anything.
enum Workbook {
    static func read(_ bytes: [UInt8]) throws(SheetFault) -> Sheet {
        let archive = try Archive(bytes)
        let parts = try sheets(archive)
        guard let first = parts.first, let sheet = try archive.file(first.path) else {
            throw .notAWorkbook("no sheet")
        }
        let shared = try archive.file("xl/sharedStrings.xml").map(strings) ?? []
        let days = try WorkbookDays(archive)
        let rows = try rows(sheet, shared, days)
        var unread = [String]()
        for part in parts.dropFirst() where holdsAnything(archive, part.path) { unread.append(part.name) }
        return Sheet(rows: rows, unread: unread)
    }

    /// The sheets in the order in which a spreadsheet shows them; without a list, the one of the usual name.
    private static func sheets(_ archive: Archive) throws(SheetFault) -> [(name: String, path: String)] {
        let usual = (name: "", path: "xl/worksheets/sheet1.xml")
        guard let book = try archive.file("xl/workbook.xml"),
            let links = try archive.file("xl/_rels/workbook.xml.rels")
        else { return [usual] }
        var targets = [String: String]()
        var reader = try Markup(links)
        while let piece = try reader.next() {
            guard case .open("Relationship", let attributes) = piece, let id = attributes["Id"],
                let target = attributes["Target"]
            else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        var found = [(name: String, path: String)]()
        reader = try Markup(book)
        while let piece = try reader.next() {
            guard case .open("sheet", let attributes) = piece else { continue }
            let id = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
            // The first is read from its usual place where its link leads nowhere; the others are only told of.
            if let path = id.flatMap({ targets[$0] }) ?? (found.isEmpty ? usual.path : nil) {
                found.append((attributes["name"] ?? "", path))
            }
        }
        return found.isEmpty ? [usual] : found
    }

    /// Whether a further sheet has a cell with anything in it; one that cannot be read may have.
    private static func holdsAnything(_ archive: Archive, _ path: String) -> Bool {
        do throws(SheetFault) {
            guard let bytes = try archive.file(path) else { return false }
            let reader = try Markup(bytes)
            var isValue = false
            while let piece = try reader.next() {
                switch piece {
                case .open("v", _), .open("t", _): isValue = true
                case .close("v"), .close("t"): isValue = false
                case .text(let text): if isValue, !text.trimmed.isEmpty { return true }
                default: break
                }
            }
            return false
        } catch { return true }
    }

    /// Shared texts; readings beside ideographs (`rPh`) are left out.
    private static func strings(_ bytes: [UInt8]) throws(SheetFault) -> [String] {
        var found: [String] = []
        var current = ""
        var isText = false
        var phonetic = 0
        let reader = try Markup(bytes)
        while let piece = try reader.next() {
            switch piece {
            case .open("si", _): current = ""
            case .open("rPh", _): phonetic += 1
            case .close("rPh"): phonetic -= 1
            case .open("t", _): isText = phonetic == 0
            case .close("t"): isText = false
            case .close("si"): found.append(current)
            case .text(let text): if isText { current += text }
            default: break
            }
        }
        return found
    }

    private static func rows(
        _ bytes: [UInt8], _ shared: [String], _ days: WorkbookDays
    ) throws(SheetFault) -> [Sheet.Row] {
        var rows: [Sheet.Row] = []
        var cells: [String] = []
        var number = 0
        var (kind, text, column) = ("", "", 0)
        var style: Int?
        var isValue = false
        let reader = try Markup(bytes)
        while let piece = try reader.next() {
            switch piece {
            case .open("row", let attributes):
                number = attributes["r"].flatMap { Int($0) } ?? number + 1
                cells = []
            case .open("c", let attributes):
                kind = attributes["t"] ?? "n"
                text = ""
                style = attributes["s"].flatMap { Int($0) }
                column = attributes["r"].flatMap(position) ?? cells.count
                guard column < Sheet.columnLimit else { throw .tooLarge }
            case .open("v", _), .open("t", _): isValue = true
            case .close("v"), .close("t"): isValue = false
            case .text(let piece): if isValue { text += piece }
            case .close("c"):
                while cells.count < column { cells.append("") }
                let day = kind == "n" ? days.day(text, style: style) : nil
                let value = day.map { "\($0)" } ?? value(text, kind, shared).trimmed
                if column < cells.count { cells[column] = value } else { cells.append(value) }
            case .close("row"):
                guard rows.count < Sheet.rowLimit else { throw .tooLarge }
                rows.append(Sheet.Row(number: number, cells: cells))
            default: break
            }
        }
        return rows
    }

    private static func value(_ text: String, _ kind: String, _ shared: [String]) -> String {
        switch kind {
        case "s": Int(text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "b": text == "1" ? "TRUE" : "FALSE"
        case "n": plain(text)
        default: text
        }
    }

    /// A number as people write it: the workbook holds 88.13 as 88.129999999999995, and 101 perhaps as 101.0.
    static func plain(_ text: String) -> String {
        guard let value = Double(text), value.isFinite, value.magnitude < 1e15 else { return text }
        if let whole = Int64(exactly: value) { return String(whole) }
        // What a sheet's arithmetic leaves behind the second place, 88.8800000000001, is not shown by it.
        let shown = (value * 100).rounded()
        if shown.magnitude < 1e15, (value - shown / 100).magnitude < 1e-6, shown != 0 {
            if let whole = Int64(exactly: shown / 100) { return String(whole) }
            return "\(shown / 100)"
        }
        return text.utf8.contains(UInt8(ascii: ".")) && text.utf8.count > 12 ? "\(value)" : text
    }

    /// The column of a cell's name, from 0: `AB12` is 27.
    private static func position(_ name: String) -> Int? {
        var column = 0
        for byte in name.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
            column = column * 26 + Int(byte - 64)
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
