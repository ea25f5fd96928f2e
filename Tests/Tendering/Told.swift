import Harness
import Values

/// What an award of the tests tells of its tender: three bidders, five members, four days on the board.
struct Told: Sendable {
    var bidders: String?
    var committee: String? = Told.members(5, experts: 4)
    var objections: String?
    var reported: String?
    var posted: String?
    var until: String? = "2026-02-12"
    var bond: Int64?
    /// The last day on which the documents were on sale; that of the opening, where it is not said.
    var sold: String?
    /// An award that does not say how long its documents were on sale.
    var hidesSale = false
    /// 资格预审: sold from, sold until, applications until.
    var prequalified: [String?] = [nil, nil, nil]
    /// An award that tells nothing, as those of before.
    var isSilent = false

    static let nothing = Told(committee: nil, until: nil, isSilent: true)

    /// Two bidders, and the winner after them in the list.
    static func bidders(_ winner: ID, ranks: [Int?] = [2, 3, 1], over: String? = nil) -> String {
        let rows = ranks.enumerated().map { index, rank in
            let name = index == ranks.count - 1 ? "中标单位" : "投标单位\(index)"
            let unit = index == ranks.count - 1 ? ",\"organisation\":\"\(winner)\"" : ""
            let place = rank.map { ",\"rank\":\($0)" } ?? ""
            let passed = over.map { index == 0 ? ",\"passed_over\":\"\($0)\"" : "" } ?? ""
            return "{\"name\":\"\(name)\"\(unit)\(place)\(passed)}"
        }
        return "[" + rows.joined(separator: ",") + "]"
    }

    static func members(_ count: Int, experts: Int, of employer: String = "专家库") -> String {
        let rows = (0..<count).map { index in
            "{\"name\":\"成员\(index)\",\"employer\":\"\(employer)\",\"is_expert\":\(index < experts)}"
        }
        return "[" + rows.joined(separator: ",") + "]"
    }
}
