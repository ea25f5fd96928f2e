package import PQ
package import Values

/// What will stand in the way, or does, and whoever keeps the platform mends (平台提示).
package protocol StandingWarning: Sendable {
    var words: Words { get }
    var json: JSON { get }
}

/// A role that is one body of a district, held by several units of which none is registered as it (机关未登记).
package struct BodyWarning: StandingWarning, Hashable {
    package let district: Int32
    package let name: String
    package let role: Role
    /// How many units act in the role.
    package let units: Int

    /// Of all districts; whoever shows one's own narrows it.
    package static let all: SQL = "select district, name, role, units from pub.unnamed_body"

    package init(_ row: Row) throws {
        district = try row.int32("district")
        name = try row.text("name")
        role = Role(rawValue: try row.text("role")) ?? .renovationOffice
        units = try row.int("units")
    }

    package var words: Words {
        Words(
            "\(name)有 \(units) 个单位的人员担任“\(role.words.zh)”，没有登记哪一个单位是这个机关。请平台维护人员用 "
                + "yanshoud people import 导入一份含 bodies 的名册（\(role.rawValue)）；在此之前，只有一个单位没有以其他机关的名义"
                + "办过事的，由它办理，否则都不能办理。",
            "\(units) units of \(name) act as \(role.words.en), and none is registered as that body. The keeper of the "
                + "platform imports a roster with `bodies` (\(role.rawValue)) by yanshoud people import; until then the one "
                + "that has never acted as another body does it, and where two are left, none."
        )
    }

    package var json: JSON {
        .object([
            "code": "body_is_not_registered", "district": .int(Int64(district)), "role": .text(role.rawValue),
            "units": .int(Int64(units)), "zh": .text(words.zh), "en": .text(words.en),
        ])
    }
}

extension Desk {
    /// What is to be warned of today; what only the database knows is left out while it does not answer.
    package func warnings() async -> [any StandingWarning] {
        let rows = try? await publicPool.read([BodyWarning.all])
        let bodies: [any StandingWarning] = rows?.first.flatMap { try? $0.map(BodyWarning.init) } ?? []
        return shelf.calendarWarnings(on: clock.now.day) + bodies
    }
}
