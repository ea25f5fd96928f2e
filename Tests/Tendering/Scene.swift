import Harness
import Ledger
import PQ
import Policy
import Values

@testable import Tendering

/// A project of Lucheng whose approvals are done, with its budget and its mode, for tests of tendering.
struct Scene: Sendable {
    let database: TestDatabase
    let edition: String

    static let project = Seed.id("project")
    static let item = Seed.id("item")
    static let contractor = Seed.id("org:contractor")

    static func with<Value: Sendable>(
        mode: String? = "traditional", worth: Int64 = 399_999_999,
        _ body: @Sendable (Scene) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with(refusals: [TenderingRefusals.all]) { database in
            let scene = Scene(database: database, edition: try TestPolicies.book.get().edition(for: "330302"))
            try await scene.set(mode: mode, worth: worth)
            return try await body(scene)
        }
    }

    static func newOperation() -> ID { ID(bytes: Chance.bytes(16)) ?? Seed.id("operation") }

    /// A change with its own event, ready to be sent as the application's role.
    static func change(_ statement: (ID) -> SQL) -> [SQL] {
        let op = Scene.newOperation()
        return [TestDatabase.event(op, on: ("test", op), project: project), statement(op)]
    }

    private func set(mode: String?, worth: Int64) async throws {
        let op = Seed.id("op:scene")
        var statements: [SQL] = [
            TestDatabase.event(op, on: ("test", op), project: Scene.project),
            """
            insert into app.community (district, community_id, name, address, completed_on, households,
                area_hundredths, body_kind, body_name, op_id)
            values (1, \(Seed.id("community")), '绿园小区', '绿园路 1 号', '1995-06-30', 600, 4800000,
                'owners_committee', '业委会', \(op))
            """,
            """
            insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                state, op_id)
            values (1, \(Scene.project), \(Seed.id("community")), '绿园改造', \(Seed.id("org:street")), '330302',
                \(edition), 'S06', \(op))
            """,
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(Scene.item), \(Scene.project), 'W1', '雨污管网', 'mandatory', 'drainage', 'm', 1000000,
                \(worth), \(op))
            """,
        ]
        if let mode {
            statements.append(
                """
                insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
                values (1, \(Scene.project), \(mode), '2026-01-10', \(op))
                """)
        }
        try await database.act(as: "street", statements)
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica", "update app.project set state = 'S10'",
            ])
        }
    }

    static func budget(
        approved: Int64 = 2_200_000_000, funds: Int64? = nil, total: Int64? = nil,
        feasibility: Int64 = 2_100_000_000, on day: String = "2026-01-05", paper: ID? = nil
    ) -> [SQL] {
        let total = total ?? approved
        let funds = funds ?? min(1_875_800_000, total)
        return change { op in
            """
            insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen,
                soe_dominant, feasibility_fen, approved_budget_fen, approval_number, approved_on, paper_id, op_id)
            values (1, \(project), \(total), \(funds), false, \(feasibility), \(approved), '温鹿发改〔2026〕1号',
                \(day)::text::date, \(paper), \(op))
            """
        }
    }

    /// A paper of the project, of a file of its own; its bytes are stored unless it is a mere name.
    static func paper(
        _ kind: String, id: String, stored: Bool = true, total: Int64? = nil, number: String? = nil,
        file: String? = nil
    ) -> [SQL] {
        let bytes = Array("a whole scan of the paper \(kind) \(file ?? id)".utf8)
        return change { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256(\(bytes)), 'text/plain', \(bytes)) on conflict do nothing
            )
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number, dated,
                sha256, approved_fen, op_id)
            values (1, \(Seed.id(id)), \(project), 'project', \(project), \(kind), '批复', \(number), '2026-01-05',
                sha256(\(stored ? bytes : Array("elsewhere".utf8))),
                coalesce(\(total), case when \(kind) = 'budget_approval' then 110 end), \(op))
            """
        }
    }

    /// A stored approval of the office, of a total: the ground of an adjustment.
    func approve(_ total: Int64, id: String) async throws {
        try await database.act(as: "office", Scene.paper("budget_approval", id: id, total: total))
    }

    /// A scheme of one item of 90 fen and ten fen of other costs, with its plan: 100 fen, of which 90 are subsidy.
    static func plan() -> [SQL] {
        let op = newOperation()
        return [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                question, inputs, edition, as_of, verdict, because, op_id)
            select 1, \(op), project_id, 'project', project_id, 'lc_funding', '{}', edition, '2026-01-20',
                'computed', '{}', \(op) from app.project
            """,
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(op), \(project), 'P1', 'P1', 'basic', 'roads', 'm', 1000, 90, \(op))
            """,
            """
            insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
            values (1, \(project), 10, 0, 100, 10, 0, 10, 90, 10, \(op), \(op))
            """,
        ]
    }

    /// Lays the project in Gongshu, in a community of 9,500 ㎡ whose scope was found for housing of a kind.
    func affordable(completed: String, housing: String = "affordable") async throws {
        let edition = try TestPolicies.book.get().edition(for: "330105")
        let op = Seed.id("op:scene")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "update app.project set place = '330105', edition = \(edition)",
                "update app.community set area_hundredths = 950000, completed_on = \(completed)::text::date",
                """
                insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                    question, inputs, edition, as_of, verdict, because, op_id)
                values (1, \(op), \(Scene.project), 'project', \(Scene.project), 'scope',
                    jsonb_build_object('housing', \(housing)::text), \(edition), '2026-01-05', 'eligible', '[]', \(op))
                """,
            ])
        }
    }

    /// Takes the scene's own item away, so that a scheme can come with its plan.
    func withoutScheme() async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica", "delete from app.works_item",
            ])
        }
    }

    static func package(
        _ code: String, _ estimate: Int64, combinable: Bool = true, id: String? = nil
    ) -> [SQL] {
        change { op in
            """
            insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                combinable, separation_reason, separation_note, planned_method, op_id)
            values (1, \(Seed.id(id ?? code)), \(project), \(code), \(code), 'works', \(estimate), \(combinable),
                \(combinable ? nil : "different_site"), \(combinable ? nil : "另一小区"), 'direct', \(op))
            """
        }
    }

    /// The determination of a package, of 10 January, as its figures give it, or one that says otherwise.
    func determine(_ code: String, round: Int = 1, saying verdict: String? = nil) -> [SQL] {
        let id = Seed.id("determination:\(code):\(round)")
        let package = Seed.id(code)
        return Scene.change { op in
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id, question,
                inputs, edition, as_of, verdict, because, op_id)
            values (1, \(id), \(Scene.project), 'package', \(package), 'tender_group',
                jsonb_build_object('basis', app.tender_basis(1, \(package))), \(edition), '2026-01-10',
                coalesce(\(verdict), case when app.package_must_be_tendered(1, \(package), null, '2026-01-10')
                    then 'must_tender' else 'not_mandatory' end), '{}', \(op))
            """
        }
            + Scene.change { op in
                """
                update app.package set determination_id = \(id), version = version + 1, op_id = \(op)
                where district = 1 and package_id = \(package)
                """
            }
    }

    static func contract(
        _ code: String, _ amount: Int64, _ method: String = "direct", contractor: ID = contractor,
        bill: Bool = true, number: String? = nil, id: String? = nil, price: Int64 = 100,
        award isNew: Bool = true, awarded: Bool = true, resting award: String? = nil, milli: Int64 = 1_000_000
    ) -> [SQL] {
        let contract = Seed.id("contract:" + (id ?? code))
        let op = newOperation()
        let isTendered = method == "public_tender"
        var statements = isTendered && isNew && awarded ? Scene.award(code, amount, to: contractor) : []
        statements += [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                method, award_notice_on, award_id, signed_on, amount_fen, op_id)
            values (1, \(contract), \(project), \(Seed.id(code)), \(contractor), \(number ?? id ?? code), '施工合同',
                \(method), case when \(isTendered) then date '2026-02-20' end,
                \(isTendered && awarded ? Seed.id("award:" + (award ?? code)) : nil), '2026-03-01', \(amount), \(op))
            """,
        ]
        guard bill else { return statements }
        statements.append(line(id ?? code, "L1", op: op, price: price, milli: milli))
        // What the contract has beside its works.
        let rest = amount - milli * price / 1000
        if rest > 0 { statements.append(charge(of: id ?? code, rest, op: op)) }
        return statements
    }

    /// What the tender of a package came to, with its notice of 20 February.
    static func award(
        _ code: String, _ price: Int64, to winner: ID = contractor, id: String? = nil,
        documents: String = "2026-01-20", opened: String = "2026-02-09", notice: String = "2026-02-20",
        control: Int64? = nil, dated: String? = nil, stored: Bool = true, telling told: Told = Told()
    ) -> [SQL] {
        let award = Seed.id("award:" + (id ?? code))
        let notices = Seed.id("notice:" + (id ?? code))
        let op = newOperation()
        return [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256('the whole notice of the award'), 'text/plain', 'the whole notice of the award') on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
                op_id)
            values (1, \(notices), \(project), 'tender_award', \(award), 'award_notice', '中标通知书',
                \(dated ?? notice)::text::date, sha256(\(Array((stored ? "the whole notice of the award" : "elsewhere").utf8))), \(op))
            """,
            """
            insert into app.tender_award (district, award_id, project_id, package_id, winner_id, price_fen,
                control_price_fen, documents_on, opened_on, notice_on, paper_id, bidders, committee, objections,
                reported_on, candidates_on, candidates_until, bid_bond_fen, documents_until,
                prequalification_on, prequalification_until, prequalification_due, op_id)
            values (1, \(award), \(project), \(Seed.id(code)), \(winner), \(price), \(control),
                \(documents)::text::date, \(opened)::text::date, \(notice)::text::date, \(notices),
                \(told.isSilent ? nil : told.bidders ?? Told.bidders(winner))::text::jsonb,
                \(told.committee)::text::jsonb, \(told.objections)::text::jsonb,
                \(told.isSilent ? nil : told.reported ?? opened)::text::date,
                \(told.isSilent ? nil : told.posted ?? opened)::text::date, \(told.until)::text::date,
                \(told.bond), \(told.isSilent || told.hidesSale ? nil : told.sold ?? opened)::text::date,
                \(told.prequalified[0])::text::date, \(told.prequalified[1])::text::date,
                \(told.prequalified[2])::text::date, \(op))
            """,
        ]
    }

    static func charge(of code: String, _ fen: Int64, op: ID, kind: String = "measures") -> SQL {
        """
        insert into app.bill_line (district, bill_line_id, project_id, contract_id, charge, code, title, unit,
            quantity_milli, unit_price_fen, op_id)
        values (1, \(Seed.id("charge:" + code)), \(project), \(Seed.id("contract:" + code)), \(kind), 'Z1',
            '措施项目费', '项', 1000, \(fen), \(op))
        """
    }

    static func line(
        _ code: String, _ line: String, op: ID, price: Int64 = 100, milli: Int64 = 1_000_000,
        unit: String = "m"
    ) -> SQL {
        """
        insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title, unit,
            quantity_milli, unit_price_fen, op_id)
        values (1, \(Seed.id("line:" + code + line)), \(project), \(Seed.id("contract:" + code)), \(item), \(line),
            '管道', \(unit), \(milli), \(price), \(op))
        """
    }

    /// A unit of the register that builds and does nothing else.
    func builder() async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into auth.organisation (organisation_id, credit_code, name, kind, facilities, recorded_in, op_id)
                values (\(Seed.id("org:builder")), \(Seed.creditCode(900)), '施工企业', 'contractor', '{}', 1,
                    \(Seed.id("op:scene")))
                """,
            ])
        }
    }

    /// An item of the scheme of another project.
    func otherItem() async throws {
        let op = Scene.newOperation()
        try await act([
            TestDatabase.event(op, on: ("test", op), project: op),
            """
            insert into app.community (district, community_id, name, address, completed_on, households,
                area_hundredths, body_kind, body_name, op_id)
            values (1, \(op), '红园小区', '红园路 1 号', '1995-06-30', 6, 48000, 'owners_committee', '业委会', \(op))
            """,
            """
            insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                state, op_id)
            values (1, \(op), \(op), '红园改造', \(Seed.id("org:street")), '330302', \(edition), 'S06', \(op))
            """,
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(Seed.id("other item")), \(op), 'W1', '道路', 'basic', 'roads', 'm', 1000, 100, \(op))
            """,
        ])
    }

    /// Binds a body of the district to a unit, as the keeper of the register does.
    func bind(_ body: String, to unit: String, from day: String = "2026-01-01") async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                values (1, \(body), \(Seed.id("org:" + unit)), \(day)::text::date, \(Seed.id("op:scene")))
                """,
            ])
        }
    }

    /// Appoints the people of the renovation office for the street instead.
    func officeOfTheStreet() async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                """
                update auth.appointment set organisation_id = \(Seed.id("org:street"))
                where appointment_id = \(Seed.id("appointment:office"))
                """
            ])
        }
    }

    /// Two sessions of the street, the second while the first is uncommitted: the second's refusal.
    func lost(_ first: [SQL], _ second: [SQL]) async throws -> String? {
        let (one, two) = try await database.race(("street", first), ("street2", second))
        return one.map { "the first was refused: " + $0 } ?? two
    }

    func act(_ statements: [SQL]) async throws { try await database.act(as: "street", statements) }

    func refusal(_ statements: [SQL]) async throws -> String? {
        try await database.refusal(as: "street", statements)
    }

    /// What waits where a lot was signed without the tender that it needs.
    static let heldAsSplit = ["log", "payment", "start"].map { $0 + " lots_are_tendered_together" }

    /// What stands in the way of start, logs and payments.
    func held() async throws -> [String] {
        let rows = try await database.owner.read([
            "select distinct action_class || ' ' || code as held from app.block where lifted_at is null order by 1"
        ])
        return try rows[0].map { try $0.text("held") }
    }
}
