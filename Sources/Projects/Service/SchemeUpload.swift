import Ledger
import Projects
import Sheets
import Values
import Web

/// A scheme's files as a clerk brings them (上传的方案文件): read, completed, and every mistake with its place.
///
/// A file of a clerk need not hold identities, nor the unit whose clerk it is: they are filled in, the same for the same
/// file.
struct SchemeUpload: Sendable {
    /// One mistake: where it is in the file, and what it is.
    struct Mistake: Sendable {
        let place: Words
        let words: Words
    }

    private(set) var mistakes: [Mistake] = []
    /// The whole scheme; null where the file is none.
    private(set) var source: JSON = .null
    private var scheme: Scheme?
    private var scope: ScopeDraft?

    /// What is taken in, where nothing is the matter with it.
    var file: SchemeFile? {
        guard mistakes.isEmpty, let scheme else { return nil }
        return SchemeFile(source: source, scheme: scheme, scope: scope, checked: nil)
    }

    init(_ sent: [UInt8], households list: [UInt8]?, of unit: ID) {
        // Editors put a mark before UTF-8 that no JSON has.
        let bytes = sent.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(sent.dropFirst(3)) : sent
        guard let (value, fractions) = read(bytes) else { return }
        guard case .object(var fields) = value else {
            note(1, Words("文件", "file"), Words("应为一个方案（JSON 对象）", "must be one scheme, a JSON object"))
            return
        }
        if let list { add(list, to: &fields) }
        SchemeUpload.complete(&fields, from: bytes, of: unit)
        source = .object(fields)
        let known = Set(fractions.map(\.pointer))
        let errors =
            fractions + ProjectSchemas.scheme.validate(source).filter { !known.contains($0.pointer) }
        if !errors.isEmpty {
            let lines = JSONLines(bytes)
            let placed = errors.map { (line: lines.line(of: $0.pointer), error: $0) }
            for (line, error) in placed.sorted(by: {
                ($0.line, $0.error.pointer) < ($1.line, $1.error.pointer)
            }) {
                note(line, SchemeWords.field(error.pointer), error.words)
            }
        }
        guard mistakes.isEmpty else { return }
        do {
            scheme = try ProjectSchemas.scheme.decode(Scheme.self, from: source)
            scope = try ProjectSchemas.scheme.decode(SchemeScope.self, from: source).scope
        } catch {
            for found in error.errors { note(1, SchemeWords.field(found.pointer), found.words) }
            if error.errors.isEmpty { note(1, Words("文件", "file"), error.detail) }
        }
    }

    /// The text as a value; what keeps it from being JSON is a mistake on a line.
    private mutating func read(_ bytes: [UInt8]) -> (JSON, [FieldError])? {
        do {
            return try JSONReader.read(bytes)
        } catch {
            let file = Words("文件", "file")
            switch error {
            case .malformed(let offset):
                note(
                    JSONLines.line(at: offset, in: bytes), file,
                    Words("从这里起不是 JSON（多为缺逗号、缺引号，或存成了别的格式）", "from here on this is not JSON"))
            case .tooDeep: note(1, file, Words("嵌套过深", "is nested too deep"))
            case .repeatedName(let pointer):
                note(
                    JSONLines(bytes).line(of: pointer), SchemeWords.field(pointer),
                    Words("出现了两次", "is given twice"))
            }
            return nil
        }
    }

    /// The list of households from a table beside the scheme.
    private mutating func add(_ list: [UInt8], to fields: inout [String: JSON]) {
        let register = Words("户册", "households")
        if fields["households"] != nil {
            note(1, register, Words("方案文件里已有户册，不能再附一份", "the scheme has a list of its own already"))
            return
        }
        let sheet: Sheet
        do {
            sheet = try Sheet(list, as: list.starts(with: [0x50, 0x4B]) ? .xlsx : .csv)
        } catch {
            mistakes.append(Mistake(place: register, words: error.words))
            return
        }
        let reader = SchemeListReader(sheet.rows.map { ($0.number, $0.cells) })
        for error in reader.errors {
            mistakes.append(
                Mistake(
                    place: Words(
                        "户册第 \(error.row) 行 · \(error.column)",
                        "households, row \(error.row), \(error.column)"),
                    words: error.words))
        }
        guard reader.errors.isEmpty else { return }
        fields["households"] = .list(
            reader.households.map { household in
                var fields: [String: JSON] = [
                    "building": .text(household.building), "room": .text(household.room),
                    "area": .text(household.area),
                ]
                if let entrance = household.entrance, !entrance.isEmpty {
                    fields["entrance"] = .text(entrance)
                }
                if let share = household.share { fields["share_fen"] = .int(share.amount) }
                return .object(fields)
            })
    }

    private static func complete(_ fields: inout [String: JSON], from bytes: [UInt8], of unit: ID) {
        let own = Digest.sha256(unit.bytes + bytes)
        func identity(_ place: String) -> JSON {
            let digest = Digest.sha256(own + Array(place.utf8))
            return .text((ID(bytes: digest.prefix(16)) ?? unit).description)
        }
        if fields["id"] == nil { fields["id"] = identity("/id") }
        if fields["construction_unit"] == nil { fields["construction_unit"] = .text(unit.description) }
        if case .object(var community) = fields["community"], community["id"] == nil {
            community["id"] = identity("/community/id")
            fields["community"] = .object(community)
        }
        if case .list(let items) = fields["items"] {
            fields["items"] = .list(
                items.enumerated().map { index, item in
                    guard case .object(var item) = item, item["id"] == nil else { return item }
                    item["id"] = identity("/items/\(index)/id")
                    return .object(item)
                })
        }
    }

    private mutating func note(_ line: Int, _ field: Words, _ words: Words) {
        mistakes.append(
            Mistake(
                place: Words("第 \(line) 行 · \(field.zh)", "line \(line), \(field.en)"), words: words))
    }
}

/// What the fields of a scheme are called.
enum SchemeWords {
    private static let names: [String: String] = [
        "id": "标识", "name": "名称", "place": "区划代码", "approved_on": "方案确定日期", "construction_unit": "建设单位",
        "other_fen": "其他费用（分）", "contingency_fen": "预备费（分）", "community": "小区", "address": "地址",
        "completed_on": "建成日期", "households": "户册", "area": "产权面积", "body_kind": "业主组织种类",
        "body_name": "业主组织名称", "residents_committee": "社区居委会", "owners_body": "业主组织单位",
        "items": "工程子目", "code": "编号", "title": "名称", "class": "类别", "kind": "种类", "unit": "计量单位",
        "quantity_milli": "工程量（千分之一）", "amount_fen": "金额（分）", "building": "楼幢", "entrance": "单元",
        "room": "室号", "share_fen": "应缴额（分）", "scope": "改造范围认定的事实", "ref_date": "认定基准日",
        "list_version": "拆迁计划版本", "list_checked_on": "拆迁计划查询日期", "no_danger": "无危险等级",
    ]

    /// `/items/3/kind` as 工程子目第 4 项的种类（kind）.
    static func field(_ pointer: String) -> Words {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let last = parts.last else { return Words("文件", "file") }
        var zh = ""
        for (index, part) in parts.enumerated() {
            if let number = Int(part) {
                zh += "第 \(number + 1) 项"
            } else if index < parts.count - 1 || Int(last) != nil {
                zh += names[part] ?? part
            } else {
                // Of a community it is their number.
                let name = parts == ["community", "households"] ? "户数" : names[part] ?? part
                zh += (zh.isEmpty ? "" : "的") + "\(name)（\(part)）"
            }
        }
        return Words(zh, pointer)
    }
}
