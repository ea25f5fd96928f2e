import Harness
import Ledger
import PQ
import Values

@testable import Projects

/// Acts on the register, its ballots and the rounds of consultation as raw SQL of the application's role writes them:
/// each sound in its scene but for what a case changes, each with an event of its own.
enum OwnersRows {
    typealias Changes = [String: SQL]

    static func act(_ rows: (ID) -> [SQL]) -> [SQL] {
        let op = ID(bytes: Chance.bytes(16)) ?? Seed.id("operation")
        return [TestDatabase.event(op, on: ("test", op), project: Scene.project)] + rows(op)
    }

    private static func row(_ table: String, _ columns: KeyValuePairs<String, SQL>, _ changes: Changes)
        -> RawRow
    {
        RawRow("app." + table, of: "test", Scene.project, in: Scene.project, columns).with(changes)
    }

    // MARK: Ballots, over the register of `Owners`.

    /// A ballot with one question, opened by the community; without a question where none is given.
    static func opening(
        _ id: ID = Owners.ballot, _ sheet: Changes = [:], question: Changes? = [:]
    ) -> [SQL] {
        act { op in
            [
                row(
                    "ballot",
                    [
                        "ballot_id": "\(id)", "title": "'意愿'", "organiser_kind": "'community'",
                        "organiser_name": "'社区'", "forms": "'{LC-F1}'",
                        "topics": "'{whether,what,how,management}'",
                        "notified_on": "'2026-02-01'", "opened_on": "'2026-02-05'",
                        "closes_on": "'2026-03-01'",
                        "register_import_id": "\(Seed.id("import:first"))", "households": "6", "persons": "5",
                        "area_hundredths": "60000",
                        "edition": "(select edition from app.project where project_id = \(Scene.project))",
                        "state": "'open'",
                    ], sheet
                ).insert(under: op)
            ] + (question.map { [self.question($0, of: id).insert(under: op)] } ?? [])
        }
    }

    static func question(_ changes: Changes = [:], of ballot: ID = Owners.ballot) -> RawRow {
        row(
            "ballot_question",
            [
                "ballot_id": "\(ballot)", "ordinal": "1", "purpose": "'willingness'", "title": "'意愿'",
                "matter": "'renovation'", "class": "'general'", "class_reason": "'维修'",
            ], changes)
    }

    static func ending(_ state: String, because reason: String? = nil) -> [SQL] {
        act { op in [ending(state, because: reason, under: op)] }
    }

    static func ending(_ state: String, because reason: String? = nil, under op: ID) -> SQL {
        """
        update app.ballot set state = \(state), called_off_reason = \(reason), version = version + 1, op_id = \(op)
        where ballot_id = \(Owners.ballot)
        """
    }

    /// A slip of a unit that says yes.
    static func slip(_ room: String, _ name: String, _ changes: Changes = [:]) -> RawRow {
        row(
            "ballot_slip",
            [
                "slip_id": "\(Seed.id("raw:" + name))", "ballot_id": "\(Owners.ballot)",
                "unit_id": standing("unit_id", room), "owner_id": standing("owner_id", room),
                "area_hundredths": "10000", "answers": "'{yes}'", "channel": "'paper'",
                "scan_sha256": "sha256(convert_to(\(scan(name)), 'UTF8'))",
                "signed_on": "'2026-02-20'", "entered_by": "auth.person()",
            ], changes)
    }

    /// What the scans of raw slips say; `scans` keeps them.
    static func scan(_ name: String) -> String { "原始表决票 \(name)：本户对改造事项的意见和签名，签署日期见票面，存档备查。" }

    static let scans: [SQL] =
        ["case", "again", "late", "one", "two", "last"].map { name in
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256(convert_to(\(scan(name)), 'UTF8')), 'text/plain', convert_to(\(scan(name)), 'UTF8'))
            """
        } + [
            "insert into app.file (district, sha256, media_type, content) values (1, sha256('1111'), 'text/plain', '1111')"
        ]

    private static func standing(_ column: String, _ room: String) -> SQL {
        "(select \(unescaped: column) from app.register_unit where room = \(room) and until_import is null)"
    }

    /// Takes the slip of a room back on a day of voting; `columns` is what the act writes.
    static func withdrawal(
        of room: String,
        _ columns: SQL = "withdrawn_on = '2026-02-21', withdrawal_kind = 'owner', withdrawal_reason = '反悔'"
    ) -> [SQL] {
        act { op in
            [
                "update app.ballot_slip set " + columns + """
                    , version = version + 1, op_id = \(op) where slip_id = \(Seed.id("slip:" + room))
                    """
            ]
        }
    }

    static func recheck(of room: String, _ changes: Changes = [:]) -> RawRow {
        row(
            "slip_recheck",
            [
                "recheck_id": "gen_random_uuid()", "slip_id": "\(Seed.id("slip:" + room))",
                "ballot_id": "\(Owners.ballot)", "answers": "'{yes}'", "entered_by": "auth.person()",
            ], changes)
    }

    /// What a count claims: of the five slips of the scene four say yes.
    struct Claim {
        var ordinal: Int32 = 1
        var yes: (area: Int64, persons: Int64, households: Int64) = (40_000, 3, 4)
        var part: (area: Int64, persons: Int64, households: Int64) = (50_000, 4, 5)
        var no: Int64 = 1
        var verdict = "pass"
        var count: Changes = [:]
        var determination: Changes = [:]
        var result: Changes = [:]
        /// Without its result, or without closing its ballot.
        var isAnswered = true
        var closes = true
        /// What else is written between the count and its results.
        var between: @Sendable (ID) -> [SQL] = { _ in [] }

        /// A second count that reads the slip of 102 as a no.
        static func again(named name: String) -> Claim {
            var claim = Claim()
            claim.ordinal = 2
            claim.yes = (30_000, 2, 3)
            claim.no = 2
            claim.verdict = "fail"
            claim.count = ["reason": "'102 室原件为不同意'"]
            claim.closes = false
            claim.between = { op in [OwnersRows.correction(name).insert(under: op)] }
            return claim
        }

        func with(_ change: (inout Claim) -> Void) -> Claim {
            var claim = self
            change(&claim)
            return claim
        }
    }

    static func count(_ name: String, _ claim: Claim = Claim()) -> [SQL] {
        act { op in
            var rows = [
                row(
                    "ballot_count",
                    [
                        "count_id": "\(Seed.id("count:" + name))", "ballot_id": "\(Owners.ballot)",
                        "ordinal": "\(claim.ordinal)",
                        "counted_on": "'2026-03-02'", "counted_by": "auth.person()",
                    ], claim.count
                ).insert(under: op)
            ]
            rows += claim.between(op)
            if claim.isAnswered { rows += found(name, claim, under: op) }
            return rows + (claim.closes ? [ending("counted", under: op)] : [])
        }
    }

    /// The determination and the result of a count.
    static func found(_ name: String, _ claim: Claim = Claim(), under op: ID) -> [SQL] {
        let determination = row(
            "determination",
            [
                "determination_id": "\(Seed.id("found:" + name))", "subject_kind": "'ballot'",
                "subject_id": "\(Owners.ballot)", "question": "'consent'", "inputs": "'{}'",
                "edition": "(select edition from app.ballot where ballot_id = \(Owners.ballot))",
                "as_of": "'2026-03-01'", "verdict": "\(claim.verdict)", "because": "'{}'",
            ], claim.determination)
        let result = row(
            "ballot_result",
            [
                "count_id": "\(Seed.id("count:" + name))", "ordinal": "1", "ballot_id": "\(Owners.ballot)",
                "area_part": "\(claim.part.area)", "area_yes": "\(claim.yes.area)",
                "persons_part": "\(claim.part.persons)", "persons_yes": "\(claim.yes.persons)",
                "households_part": "\(claim.part.households)", "households_yes": "\(claim.yes.households)",
                "households_no": "\(claim.no)", "verdict": "\(claim.verdict)",
                "determination_id": "\(Seed.id("found:" + name))",
            ], claim.result)
        return [determination.insert(under: op), result.insert(under: op)]
    }

    static func correction(_ count: String, _ changes: Changes = [:]) -> RawRow {
        row(
            "slip_correction",
            [
                "count_id": "\(Seed.id("count:" + count))", "slip_id": "\(Seed.id("slip:102"))",
                "ballot_id": "\(Owners.ballot)", "answers": "'{no}'", "reason": "'录入时看错'",
            ], changes)
    }

    // MARK: The register.

    /// An import that was compared with the first: one unit more, or that of the developer gone.
    static func check(_ name: String, more: Bool, _ changes: Changes = [:]) -> [SQL] {
        act { op in
            [
                row(
                    "register_import",
                    [
                        "import_id": "\(Seed.id("import:" + name))", "format": "'csv'",
                        "file_sha256": "sha256('file')", "based_on": "\(Seed.id("import:first"))",
                        "digest": "sha256('digest')", "households": more ? "7" : "5",
                        "persons": more ? "6" : "4",
                        "area_hundredths": more ? "70000" : "50000", "state": "'checked'",
                        "checked_by": "auth.person()",
                    ], changes
                ).insert(under: op)
            ]
        }
    }

    static func supersede(_ op: ID, _ also: SQL = "") -> SQL {
        "update app.register_import set state = 'superseded'" + also + """
            , version = version + 1, op_id = \(op) where project_id = \(Scene.project) and state = 'standing'
            """
    }

    static func stand(_ name: String, by person: SQL = "auth.person()", _ op: ID) -> SQL {
        "update app.register_import set state = 'standing', confirmed_by = " + person + """
            , version = version + 1, op_id = \(op) where import_id = \(Seed.id("import:" + name))
            """
    }

    /// Puts an import that has one unit less in the place of the one that stands.
    static func shrink(_ name: String) -> [SQL] {
        act { op in
            [
                supersede(op), stand(name, op),
                """
                update app.register_unit set until_import = \(Seed.id("import:" + name)), version = version + 1,
                    op_id = \(op) where room = '203' and until_import is null
                """,
            ]
        }
    }

    /// Puts an import that has the unit 204 as well in the place of the one that stands.
    static func grow(_ name: String, unit: Changes = [:], owner: Changes = [:]) -> [SQL] {
        let new = Seed.id("owner:" + name)
        return act { op in
            [
                supersede(op), stand(name, op), self.owner(new, owner).insert(under: op),
                row(
                    "register_unit",
                    [
                        "unit_id": "\(Seed.id("unit:" + name))", "building": "'2'", "entrance": "'1'",
                        "room": "'204'", "area_hundredths": "10000", "area_source": "'registered'",
                        "owner_id": "\(new)", "since_import": "\(Seed.id("import:" + name))",
                    ], unit
                ).insert(under: op),
            ]
        }
    }

    static func owner(_ id: ID, _ changes: Changes = [:]) -> RawRow {
        row("register_owner", ["owner_id": "\(id)", "developer": "false"], changes)
    }

    // MARK: Rounds of consultation.

    static func step(_ round: Int32, _ direction: String, on day: String, _ changes: Changes = [:]) -> [SQL] {
        act { op in
            [
                row(
                    "consultation_step",
                    [
                        "step_id": "\(op)", "round": "\(round)", "direction": "\(direction)", "attempt": "1",
                        "kind": "'survey'", "happened_on": "\(day)::text::date", "place": "'社区'",
                        "summary": "'记录'", "sha256": "sha256('minutes')",
                    ], changes
                ).insert(under: op)
            ]
        }
    }
}

extension RawRow {
    /// The row in an act of its own.
    var act: [SQL] { OwnersRows.act { [insert(under: $0)] } }
}
