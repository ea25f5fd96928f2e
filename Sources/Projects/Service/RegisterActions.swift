import Actions
import Ledger
import PQ
import Projects
import Sheets
import Values
import Web

/// What is done to the register of households (户册): compare a file, then confirm it by its digest.
struct RegisterActions: Sendable {
    let desk: Desk

    /// Reads a file, names every mistake, and compares it with what stands; the register does not change.
    @Sendable
    func check(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(RegisterDraft.self)
        // Read outside the transaction; what is wrong with it is told to those who may bring a file.
        let file = Result { try draft.read() }
        return try await desk.act(
            request, "register.check", on: .project(project), subject: Subject("register", draft.id),
            facts: OwnersStore.register(of: "\(project)"), as: RegisterFacts.self
        ) { facts, sitting in
            let (bytes, reading) = try file.get()
            if facts.open { return .refused([ProjectsRefusals.registerRests.refusal(register(desk, facts))]) }
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let odd = try RegisterRules.areas(of: reading.entries.map { ($0.door, $0.area) }, under: policy)
            guard odd.isEmpty else { return .refused(odd) }
            let difference = RegisterRules.difference(from: facts.units.map(\.entry), to: reading.entries)
            let totals = RegisterRules.totals(of: reading.entries)
            let sum = Digest.sha256(bytes)
            let digest = RegisterActions.digest(file: sum, basedOn: facts.standing, totals, difference)
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "file": .text(hex(sum)),
                        "digest": .text(hex(digest)), "totals": totals.json,
                        "based_on": facts.standing.map { .text($0.description) } ?? .null,
                    ]),
                    [
                        """
                        insert into app.register_import (district, import_id, project_id, format, file_sha256,
                            based_on, digest, households, persons, area_hundredths, state, checked_by, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.format), \(sum),
                            \(facts.standing), \(digest), \(Int32(totals.households)), \(Int32(totals.persons)),
                            \(totals.area), 'checked', \(sitting.actor.person), \(sitting.op))
                        """,
                        """
                        insert into app.register_file (district, import_id, project_id, content, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(bytes), \(sitting.op))
                        """,
                    ],
                    answer: RegisterActions.answer(
                        draft.id, hex(digest), totals, RegisterRules.totals(of: facts.units.map(\.entry)),
                        difference, reading.warnings + RegisterRules.shortfalls(of: totals, from: facts.told))
                ))
        }
    }

    /// Puts a compared file in the place of what stands, if nothing has changed since.
    @Sendable
    func confirm(_ request: Request) async throws -> Response {
        let id = try request.require("import")
        let draft = try request.decode(ConfirmationDraft.self)
        let owner: SQL = """
            select project_id from app.register_import where district = auth.district() and import_id = \(id)
            """
        return try await desk.act(
            request, "register.confirm",
            on: .projectOf(table: "app.register_import", column: "import_id", id),
            subject: Subject("register", id), facts: OwnersStore.register(of: owner, with: id),
            as: RegisterFacts.self
        ) { facts, sitting in
            guard let proposed = facts.proposed else { return .problem(Problems.notFound) }
            try sitting.matchIfSent(version: proposed.version)
            if facts.open { return .refused([ProjectsRefusals.registerRests.refusal(register(desk, facts))]) }
            guard proposed.state == "checked", proposed.basedOn == facts.standing,
                proposed.digest == draft.digest
            else { return .refused([ProjectsRefusals.registerHasMovedOn.refusal(register(desk, facts))]) }
            guard let bytes = Base64.bytes(proposed.content),
                let format = Sheet.Format(rawValue: proposed.format)
            else { return .problem(Problems.notFound) }
            let reading = try RegisterDraft.read(bytes, as: format)
            let change = RegisterChange(facts, reading.entries, sitting)
            return .done(
                Write(
                    body: .object([
                        "digest": .text(draft.digest), "added": .int(Int64(change.difference.added.count)),
                        "removed": .int(Int64(change.difference.removed.count)),
                        "changed": .int(Int64(change.difference.changed.count)),
                        "totals": RegisterRules.totals(of: reading.entries).json,
                    ]), change.statements(id, facts, sitting),
                    answer: .object([
                        "id": .text(id.description), "state": "standing",
                        "totals": RegisterRules.totals(of: reading.entries).json,
                    ]), status: 200, version: proposed.version + 1))
        }
    }

    /// The owners' word that the register that stands is theirs, by its figures (户册确认); every other list needs another.
    @Sendable
    func agree(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(AgreementDraft.self)
        return try await desk.act(
            request, "register.agree", on: .project(project), subject: Subject("project", project),
            facts: OwnersStore.agreement(project), as: AgreementFacts.self
        ) { facts, sitting in
            let rule = desk.shelf.citation("register.agreed_by")
            guard let register = facts.register, let version = facts.version,
                draft.households == facts.households, let area = facts.area,
                Area(squareMetres: draft.area)?.hundredths == area
            else { return .refused([ProjectsRefusals.agreementNamesTheRegister.refusal(rule)]) }
            guard !facts.isAgreed else {
                return .refused([ProjectsRefusals.registerIsAgreedToOnce.refusal(rule)])
            }
            return .done(
                Write(
                    body: .object([
                        "register": .text(register.description), "households": .int(draft.households),
                        "area_hundredths": .int(area),
                    ]),
                    [
                        """
                        update app.register_import set agreed_by = \(sitting.actor.person), agreed_on = \(sitting.today),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and import_id = \(register) and version = \(version)
                        """
                    ],
                    answer: .object([
                        "register": .text(register.description), "agreed_on": .text("\(sitting.today)"),
                    ])))
        }
    }

    /// What is confirmed by name: the file, what it was compared with, and what comes of it.
    static func digest(
        file: [UInt8], basedOn: ID?, _ totals: RegisterTotals, _ difference: RegisterDifference
    ) -> [UInt8] {
        Digest.sha256(
            JSON.object([
                "file": .text(hex(file)), "based_on": basedOn.map { .text($0.description) } ?? .null,
                "totals": totals.json, "added": .int(Int64(difference.added.count)),
                "removed": .int(Int64(difference.removed.count)),
                "changed": .int(Int64(difference.changed.count)),
            ]).canonical)
    }

    private static func answer(
        _ id: ID, _ digest: String, _ totals: RegisterTotals, _ standing: RegisterTotals,
        _ difference: RegisterDifference, _ warnings: [RegisterIssue]
    ) -> JSON {
        func unit(_ entry: RegisterEntry) -> JSON {
            .object([
                "door": .text(entry.door), "area": .text(entry.area.squareMetres),
                "area_source": .text(entry.source.rawValue), "owners": .text(entry.owner.names),
                "developer": .bool(entry.owner.developer),
            ])
        }
        return .object([
            "id": .text(id.description), "state": "checked", "digest": .text(digest), "totals": totals.json,
            "standing": standing.json, "errors": [],
            "warnings": .list(
                warnings.map {
                    .object([
                        "row": .int(Int64($0.row)), "column": .text($0.column), "code": .text($0.code),
                        "detail": .text($0.words.zh), "detail_en": .text($0.words.en),
                    ])
                }),
            "difference": .object([
                "added": .list(difference.added.map(unit)), "removed": .list(difference.removed.map(unit)),
                "changed": .list(
                    difference.changed.map {
                        .object(["was": unit($0.was), "becomes": unit($0.becomes)])
                    }), "kept": .int(Int64(difference.kept)),
            ]),
        ])
    }
}

/// The clause behind the register, for its refusals.
func register(_ desk: Desk, _ facts: RegisterFacts) -> Citation? {
    desk.shelf.citation("register.persons_are_owners", for: facts.place)
}

/// The rows that a confirmed file writes: owners that are new, units that come, units that go.
struct RegisterChange {
    let difference: RegisterDifference
    private var owners: [JSON] = []
    private var units: [JSON] = []
    private var gone: [ID] = []

    init(_ facts: RegisterFacts, _ entries: [RegisterEntry], _ sitting: Sitting) {
        difference = RegisterRules.difference(from: facts.units.map(\.entry), to: entries)
        var known: [String: ID] = [:]
        for unit in facts.units { known[RegisterChange.key(unit.entry.owner)] = unit.owner }
        let byDoor = Dictionary(facts.units.map { (RegisterChange.door($0.entry), $0.unit) }) { first, _ in
            first
        }
        for entry in difference.removed + difference.changed.map(\.was) {
            if let unit = byDoor[RegisterChange.door(entry)] { gone.append(unit) }
        }
        for entry in difference.added + difference.changed.map(\.becomes) {
            let key = RegisterChange.key(entry.owner)
            let owner = known[key] ?? sitting.newID()
            if known[key] == nil {
                known[key] = owner
                owners.append(
                    .object([
                        "owner": .text(owner.description), "developer": .bool(entry.owner.developer),
                        "names": .text(entry.owner.names), "identity": .text(entry.owner.identity),
                    ]))
            }
            units.append(
                .object([
                    "unit": .text(sitting.newID().description), "building": .text(entry.building),
                    "entrance": .text(entry.entrance), "room": .text(entry.room),
                    "area": .int(entry.area.hundredths), "source": .text(entry.source.rawValue),
                    "owner": .text(owner.description),
                ]))
        }
    }

    private static func key(_ owner: RegisterOwner) -> String {
        owner.developer ? "developer" : owner.identity + "\u{0}" + owner.names
    }

    private static func door(_ entry: RegisterEntry) -> [String] {
        [entry.building, entry.entrance, entry.room]
    }

    func statements(_ id: ID, _ facts: RegisterFacts, _ sitting: Sitting) -> [SQL] {
        let district = sitting.actor.district
        // Whose homes they are agrees by putting the list in place himself.
        let agrees = facts.agreeing.contains(sitting.actor.role.rawValue)
        var statements: [SQL] = []
        if let standing = facts.standing {
            statements.append(
                """
                update app.register_import set state = 'superseded', version = version + 1, op_id = \(sitting.op)
                where district = \(district) and import_id = \(standing)
                """)
        }
        statements += [
            """
            update app.register_import set state = 'standing', confirmed_by = \(sitting.actor.person),
                agreed_by = \(agrees ? sitting.actor.person : nil), agreed_on = \(agrees ? sitting.today : nil),
                version = version + 1, op_id = \(sitting.op)
            where district = \(district) and import_id = \(id)
            """,
            """
            update app.register_unit set until_import = \(id), version = version + 1, op_id = \(sitting.op)
            where district = \(district) and unit_id = any (\(gone))
            """,
            """
            insert into app.register_owner (district, owner_id, project_id, developer, op_id)
            select \(district), owner, \(facts.project), developer, \(sitting.op)
            from jsonb_to_recordset(\(JSON.list(owners))) as given (owner uuid, developer boolean)
            """,
            """
            insert into app.register_owner_detail (district, owner_id, project_id, names, identity, op_id)
            select \(district), owner, \(facts.project), names, identity, \(sitting.op)
            from jsonb_to_recordset(\(JSON.list(owners))) as given (owner uuid, names text, identity text)
            """,
            """
            insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                area_hundredths, area_source, owner_id, since_import, share_fen, op_id)
            select \(district), unit, \(facts.project), building, entrance, room, area, source, owner, \(id),
                (
                    -- What the scheme asks of a door stays with it, whoever owns it.
                    select max(before.share_fen) from app.register_unit before
                    where before.district = \(district) and before.project_id = \(facts.project)
                        and (before.building, before.entrance, before.room)
                            = (given.building, given.entrance, given.room)
                ), \(sitting.op)
            from jsonb_to_recordset(\(JSON.list(units))) as given (
                unit uuid, building text, entrance text, room text, area bigint, source text, owner uuid)
            """,
        ]
        return statements
    }
}
