import Harness
import PQ
import Testing
import Values

@testable import Conduct

@Suite("Conduct: what its tables refuse to be filled with")
struct ConductFormTests {
    /// A sound row of each table, as SQL by column.
    private static let rows: [String: [(String, String)]] = [
        "site_staff": [
            ("site_staff_id", "gen_random_uuid()"), ("organisation_id", "'\(Scene.unit("contractor"))'"),
            ("post", "'safety_officer'"), ("name", "'张三'"), ("from_on", "'2026-02-01'"),
        ],
        "disturbance": [
            ("disturbance_id", "gen_random_uuid()"), ("kind", "'road_stop'"), ("reach", "'西门'"),
            ("starts_at", "auth.business_now() + interval '30 hours'"),
            ("ends_at", "auth.business_now() + interval '31 hours'"), ("announced_at", "auth.business_now()"),
        ],
        "supervision_visit": [
            ("supervision_visit_id", "gen_random_uuid()"), ("kind", "'planned'"),
            ("visited_on", "'2026-03-01'"), ("visitors", "'旧改办'"), ("findings", "'正常'"),
        ],
        "special_works": [
            ("special_works_id", "gen_random_uuid()"), ("title", "'5G'"), ("department", "'通信运营商'"),
        ],
        "rebuilding": [
            ("grounds", "'{structural_hazard}'"), ("appraisal", "'鉴1'"), ("planning", "'规1'"),
            ("funding", "'自筹'"), ("decided_on", "'2026-03-01'"),
        ],
        "routine": [
            ("routine_id", "gen_random_uuid()"), ("kind", "'meeting'"), ("held_on", "'2026-03-01'"),
            ("progress", "'正常'"),
        ],
    ]

    private static func insert(_ table: String, _ column: String? = nil, _ value: String = "") -> [SQL] {
        let row = (rows[table] ?? []).map { ($0.0, $0.0 == column ? value : $0.1) }
        let names = row.map(\.0).joined(separator: ", ")
        let values = row.map(\.1).joined(separator: ", ")
        return Scene.change { op in
            SQL(unescaped: "insert into app.\(table) (district, project_id, \(names), op_id) values (1, ")
                + "\(Scene.project)" + SQL(unescaped: ", \(values), ") + "\(op))"
        }
    }

    @Test("each column that must say something is refused blank, and each day to come")
    func forms() async throws {
        try await Scene.with(state: "S14") { scene async throws in
            for (table, column, value, code) in [
                ("site_staff", "name", "' '", "site_staff_has_a_name"),
                ("disturbance", "reach", "''", "disturbance_names_its_reach"),
                (
                    "disturbance", "ends_at", "auth.business_now() + interval '30 hours'",
                    "disturbance_ends_after_it_begins"
                ), ("supervision_visit", "visitors", "' '", "visit_names_its_visitors"),
                ("supervision_visit", "findings", "''", "visit_says_what_it_found"),
                ("special_works", "title", "''", "special_works_have_a_title"),
                ("special_works", "department", "' '", "special_works_name_their_department"),
                ("routine", "progress", "' '", "routine_tells_the_progress"),
            ] {
                #expect(try await scene.refusal(Self.insert(table, column, value)) == code, "\(code)")
            }
            for table in ["site_staff", "disturbance", "supervision_visit", "special_works", "routine"] {
                try await scene.act(Self.insert(table))
            }
            for (year, number, code) in [
                (Int32(2014), "鹿1", "yearly_duty_year_is_fair"),
                (Int32(2026), " ", "yearly_duty_has_its_document"),
            ] {
                let op = Scene.newOperation()
                let duty: [SQL] = [
                    TestDatabase.event(op, on: ("test", op)),
                    """
                    insert into app.yearly_duty (district, yearly_duty_id, duty, year, done_on, number, summary, op_id)
                    values (1, gen_random_uuid(), 'street_assessment', \(year), '2026-03-01', \(number), '已报', \(op))
                    """,
                ]
                #expect(try await scene.refusal(duty, as: "office") == code)
            }
        }
    }

    @Test("rebuilding names its appraisal, its planning, its own money and a day that has come")
    func rebuilding() async throws {
        try await Scene.with("330106", state: "S02") { scene async throws in
            for (column, value, code) in [
                ("appraisal", "' '", "rebuilding_names_its_appraisal"),
                ("planning", "''", "rebuilding_names_its_planning"),
                ("funding", "' '", "rebuilding_names_its_own_funding"),
                ("decided_on", "'2026-03-03'", "rebuilding_is_not_dated_ahead"),
            ] {
                #expect(
                    try await scene.refusal(Self.insert("rebuilding", column, value)) == code, "\(code)")
            }
            try await scene.act(Self.insert("rebuilding"))
        }
    }

    @Test("a closed project takes none of it")
    func closed() async throws {
        try await Scene.with(state: "S23") { scene async throws in
            for table in Self.rows.keys.sorted() {
                #expect(
                    try await scene.refusal(Self.insert(table)) == "conduct_waits_no_more", "\(table)")
            }
        }
    }
}
