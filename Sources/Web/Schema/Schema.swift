import Values

/// What a JSON value must be: checks it with every error at once, and shows itself in OpenAPI.
package struct Schema: Sendable, Hashable {
    indirect enum Kind: Sendable, Hashable {
        case object([String: Schema], required: Set<String>, open: Bool)
        case map(Schema, max: Int)
        case text(TextRules)
        case choice([String])
        case int(Int64?, Int64?)
        case bool
        case list(Schema, min: Int, max: Int)
        case named(String, Schema)
        /// The named schema that this one stands within.
        case again(String)
        case any
    }

    struct TextRules: Sendable, Hashable {
        var format: Format?
        var min: Int
        var max: Int
        var lines: Bool
    }

    var kind: Kind
    var isNullable = false
    var words: Words?
    /// In a list of objects: the field of which no two may have the same value.
    var identity: String?

    /// An object with these fields and no others; `required` nil asks for every one.
    package static func object(_ fields: [String: Schema], required: [String]? = nil) -> Schema {
        Schema(kind: .object(fields, required: Set(required ?? Array(fields.keys)), open: false))
    }

    /// An object with at least these fields, as answers are described.
    package static func open(_ fields: [String: Schema], required: [String]? = nil) -> Schema {
        Schema(kind: .object(fields, required: Set(required ?? Array(fields.keys)), open: true))
    }

    /// An object of any names to values of one kind.
    package static func map(of value: Schema, max: Int = 200) -> Schema {
        Schema(kind: .map(value, max: max))
    }

    /// Text without control characters; `lines` allows line breaks and tabs.
    package static func string(min: Int = 1, max: Int = 500, lines: Bool = false) -> Schema {
        Schema(kind: .text(TextRules(format: nil, min: min, max: max, lines: lines)))
    }

    package static func string(_ format: Format) -> Schema {
        Schema(kind: .text(TextRules(format: format, min: 1, max: format.maxLength, lines: false)))
    }

    /// One of these texts.
    package static func string(oneOf values: [String]) -> Schema { Schema(kind: .choice(values)) }

    /// A raw value of that enumeration.
    package static func string<Value: CaseIterable & RawRepresentable<String>>(oneOf type: Value.Type)
        -> Schema
    {
        .string(oneOf: type.allCases.map(\.rawValue))
    }

    package static func int(min: Int64? = nil, max: Int64? = nil) -> Schema { Schema(kind: .int(min, max)) }
    package static var bool: Schema { Schema(kind: .bool) }

    package static func array(of element: Schema, min: Int = 0, max: Int = 1000) -> Schema {
        Schema(kind: .list(element, min: min, max: max))
    }

    /// A schema that the API document shows once, under its name.
    package static func ref(_ name: String, _ schema: Schema) -> Schema { Schema(kind: .named(name, schema)) }

    /// The named schema that this one stands within, for trees; an object, of which no more is checked.
    package static func again(_ name: String) -> Schema { Schema(kind: .again(name)) }

    /// Anything at all: only for answers that pass on what others wrote.
    package static var any: Schema { Schema(kind: .any) }

    package static var id: Schema { .string(.uuid) }
    package static var day: Schema { .string(.date) }
    package static var instant: Schema { .string(.dateTime) }
    /// Money in fen, as a whole number, up to ten thousand million yuan: thousands of them add up without overflow,
    /// and stay below what the ledger's JSON can hold exactly.
    package static var fen: Schema { .int(min: 0, max: most) }

    /// The most that a single amount or quantity may be.
    package static let most: Int64 = 1_000_000_000_000

    /// The same, or null.
    package var nullable: Schema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    /// The same list, in which no two entries have the same value of a field.
    package func distinct(by field: String) -> Schema {
        var schema = self
        schema.identity = field
        return schema
    }

    /// The same, with what it means.
    package func described(_ zh: String, _ en: String) -> Schema {
        var schema = self
        schema.words = Words(zh, en)
        return schema
    }

    /// The schema behind names.
    var resolved: Schema {
        guard case .named(_, let inner) = kind else { return self }
        var schema = inner.resolved
        if isNullable { schema.isNullable = true }
        return schema
    }
}

/// A spelling that text must have.
package enum Format: String, Sendable, Hashable, CaseIterable {
    case uuid
    /// `2026-03-01`, a day that exists.
    case date
    case dateTime = "date-time"
    /// Yuan with at most two places, not negative: `3842000.00`.
    case money
    /// `2/3`, `0.05` or `3`.
    case ratio
    /// Square metres with at most two places.
    case area
    /// 统一社会信用代码, with its check character (GB 32100).
    case uscc
    /// Six digits of a division (GB/T 2260).
    case division
    /// A mobile number in mainland China.
    case mobile
    /// Lower-case letters, digits, `_`, `-`, `.`; begins with a letter.
    case name
    /// 64 lower-case hexadecimal digits.
    case sha256
    /// Standard base64 with padding.
    case base64

    var maxLength: Int {
        switch self {
        case .uuid: 36
        case .date: 10
        case .dateTime: 40
        case .money, .ratio, .area: 32
        case .uscc: 18
        case .division: 6
        case .mobile: 11
        case .name: 100
        case .sha256: 64
        case .base64: 8 << 20
        }
    }

    var words: Words {
        switch self {
        case .uuid: Words("应为 UUID 编号", "must be a UUID")
        case .date: Words("应为存在的日期，如 2026-03-01", "must be a day that exists, as 2026-03-01")
        case .dateTime: Words("应为带时区的时间，如 2026-03-01T09:00:00+08:00", "must be a moment with its zone")
        case .money: Words("应为金额（元），最多两位小数，如 3842000.00", "must be yuan with at most two places")
        case .ratio: Words("应为比例，如 2/3 或 0.05", "must be a ratio such as 2/3 or 0.05")
        case .area: Words("应为面积（㎡），最多两位小数", "must be square metres with at most two places")
        case .uscc: Words("应为 18 位统一社会信用代码", "must be a unified social credit code of 18 characters")
        case .division: Words("应为六位行政区划代码", "must be a division code of six digits")
        case .mobile: Words("应为 11 位手机号码", "must be a mobile number of 11 digits")
        case .name: Words("只能用小写字母、数字和 _ - .", "must be lower-case letters, digits, _ - and .")
        case .sha256: Words("应为 64 位十六进制 SHA-256", "must be a SHA-256 of 64 hexadecimal digits")
        case .base64: Words("应为 base64", "must be base64")
        }
    }

    package func isMet(by text: String) -> Bool {
        let bytes = Array(text.utf8)
        func allDigits(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { (48...57).contains($0) } }
        switch self {
        case .uuid: return ID(text) != nil
        case .date: return BusinessDay(iso: text) != nil
        case .dateTime: return Instant(iso: text) != nil
        case .money: return Fen(yuan: text).map { $0 >= .zero && !text.hasPrefix("-") } ?? false
        case .ratio: return Ratio(text) != nil
        case .area: return Area(squareMetres: text) != nil
        case .uscc: return isCreditCode(bytes)
        case .division: return bytes.count == 6 && allDigits(bytes)
        case .mobile: return bytes.count == 11 && bytes[0] == 49 && bytes[1] >= 51 && allDigits(bytes)
        case .name:
            guard let first = bytes.first, (97...122).contains(first) else { return false }
            return bytes.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
            }
        case .sha256:
            return bytes.count == 64 && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        case .base64: return isBase64(bytes)
        }
    }
}

/// Eighteen characters whose last agrees with the others by weights of 3 to the power of the place, mod 31.
private func isCreditCode(_ bytes: [UInt8]) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    guard bytes.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in bytes.dropLast() {
        guard let value = alphabet.firstIndex(of: byte) else { return false }
        sum += value * weight
        weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31] == bytes[17]
}

private func isBase64(_ bytes: [UInt8]) -> Bool {
    let padding = bytes.suffix(2).filter { $0 == 61 }.count
    guard bytes.count.isMultiple(of: 4), !bytes.isEmpty else { return false }
    return bytes.dropLast(padding).allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 43 || $0 == 47
    }
}
