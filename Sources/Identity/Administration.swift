import Actions
import Ledger
import PQ
import Values
import Web

/// The three administrators' acts (三员分设): one keeps appointments, one ends sign-ins, one reads the trail of both.
///
/// Nobody is two of them (`administrator_is_one_of_three`), and the database asks each for a second factor.
///
/// - Source: GB/T 22239-2019 8.1.5.1–8.1.5.3
struct Administration: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/v1/people", operation: "people.list",
                summary: Words(
                    "本区人员、任职和打开的登录", "The district's people, their appointments and open sign-ins"),
                access: .roles([.systemAdministrator, .securityAdministrator]), tags: ["administration"],
                query: Paging.parameters, answers: [200: AdministrationSchemas.people], handle: people),
            Route(
                .post, "/v1/people", operation: "people.add",
                summary: Words("登记新的人员及其任职", "Take in somebody new with an appointment"),
                access: .roles([.systemAdministrator]), tags: ["administration"],
                body: AdministrationSchemas.newcomer, effect: .unversioned,
                answers: [201: AdministrationSchemas.added], handle: add),
            Route(
                .post, "/v1/people/{person}/sign-ins/end", operation: "people.end_sign_ins",
                summary: Words("立即结束某人的全部登录和程序令牌", "End all of somebody's sign-ins and tokens at once"),
                access: .roles([.securityAdministrator]), tags: ["administration"],
                body: AdministrationSchemas.ending, effect: .unversioned,
                answers: [200: AdministrationSchemas.ended], handle: endSignIns),
            Route(
                .post, "/v1/people/{person}/appointments", operation: "people.appoint",
                summary: Words("为某人登记任职", "Appoint somebody"), access: .roles([.systemAdministrator]),
                tags: ["administration"], body: AdministrationSchemas.appointment, effect: .unversioned,
                answers: [201: AdministrationSchemas.appointed], handle: appoint),
            Route(
                .post, "/v1/people/{person}/appointments/{appointment}/end",
                operation: "people.end_appointment",
                summary: Words("结束某人的一项任职", "End one of somebody's appointments"),
                access: .roles([.systemAdministrator]), tags: ["administration"],
                body: AdministrationSchemas.endOfAppointment, effect: .unversioned,
                answers: [200: AdministrationSchemas.appointed], handle: endAppointment),
            Route(
                .get, "/v1/audit-trail", operation: "audit_trail.read",
                summary: Words("登录和账号的审计记录，由近及远", "The trail of sign-ins and accounts, the latest first"),
                access: .roles([.auditAdministrator]), tags: ["administration"],
                query: [
                    Parameter("before", .int(min: 1), Words("上一页给出的 next", "the `next` of the page before")),
                    Parameter("limit", .int(min: 1, max: 200), Words("每页项数", "items on a page")),
                    Parameter("what", .string(oneOf: AuditedThing.self), Words("记录种类", "the kind of record")),
                    Parameter("person", .id, Words("某人的记录", "records of one person")),
                ], answers: [200: AdministrationSchemas.trail], handle: trail),
        ]
    }

    @Sendable
    private func people(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select person_id as id, name, login, second_factor, open_sign_ins, last_opened_at, appointments
            from auth.people_of_district(null, \(page.after), \(Int32(page.limit + 1)))
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    private func trail(_ request: Request) async throws -> Response {
        let limit = Paging(request).limit
        let before = request.query["before"].flatMap { Int64($0) }
        let person = request.query["person"].flatMap { ID($0) }
        let (_, rows) = try await desk.read(
            request,
            """
            select audit_entry_id as number, at, what, by_person as by, by_name, person_id as person, name, network,
                details
            from auth.audit_trail(\(before), \(Int32(limit + 1)), \(request.query["what"]), \(person))
            """)
        let shown = min(rows.count, limit)
        var body = Array("{\"items\":[".utf8)
        for index in 0..<shown {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            rows[index].writeJSON(into: &body)
        }
        let next = rows.count > limit ? try rows[shown - 1].int64("number") : nil
        body += "],\"next\":\(next.map { "\($0)" } ?? "null")}".utf8
        return .json(bytes: body)
    }

    private struct Ending: Decodable {
        let reason: String
    }

    private struct Someone: Decodable, Sendable {
        let appointments: [Held]

        struct Held: Decodable, Sendable {
            let id: ID
            let role: Role
            let from: BusinessDay
            let to: BusinessDay?
        }
    }

    /// The person as the administrator sees him; no row, and so 404, where he is nobody of the district.
    private static func facts(of person: ID) -> SQL {
        """
        select jsonb_build_object('appointments', appointments) as facts
        from auth.people_of_district(\(person), null, 1)
        """
    }

    /// Ends all that is open in somebody's name, at once; links of his hand-overs stay, whoever gave them ends them.
    @Sendable
    private func endSignIns(_ request: Request) async throws -> Response {
        let person = try request.require("person")
        let draft = try request.decode(Ending.self)
        return try await desk.act(
            request, "people.end_sign_ins", on: .none, subject: Subject("person", person),
            facts: Administration.facts(of: person), as: Someone.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object(["person": .text(person.description), "reason": .text(draft.reason)]),
                    ["select auth.end_sign_ins_as_administrator(\(person), \(sitting.op)) as ended"],
                    answer: .object(["person": .text(person.description)]), status: 200))
        }
    }

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let organisation: ID
        let role: Role
        let project: ID?
        let from: BusinessDay
        let to: BusinessDay?
    }

    /// Appoints one of the district's people, from today on or later, to anything but an administrator's post.
    @Sendable
    private func appoint(_ request: Request) async throws -> Response {
        let person = try request.require("person")
        let draft = try request.decode(Draft.self)
        let id = draft.id ?? Ledger.Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "people.appoint", on: .none, subject: Subject("person", person),
            facts: Administration.facts(of: person), as: Someone.self
        ) { someone, sitting in
            var words: [RefusalWords] = []
            if draft.role.isAdministrator || draft.role == .system {
                words.append(IdentityRefusals.administratorIsAppointedByTheOperator)
            }
            if draft.from < sitting.now.day { words.append(IdentityRefusals.appointmentBeginsTodayOrLater) }
            if someone.appointments.contains(where: {
                $0.role.isAdministrator && ($0.to.map { $0 >= draft.from } ?? true)
            }) {
                words.append(IdentityRefusals.administratorHoldsNoOtherRole)
            }
            guard words.isEmpty else { return .refused(words.map { $0.refusal(nil) }) }
            let said: [String: JSON] = [
                "id": .text(id.description), "person": .text(person.description),
                "role": .text(draft.role.rawValue),
                "organisation": .text(draft.organisation.description),
                "project": draft.project.map { .text($0.description) } ?? .null,
                "from": .text(draft.from.description), "to": draft.to.map { .text($0.description) } ?? .null,
            ]
            return .done(
                Write(
                    body: .object(said),
                    [
                        """
                        select auth.appoint(\(id), \(person), \(draft.organisation), \(draft.role.rawValue),
                            \(draft.project), \(draft.from), \(draft.to), \(sitting.op))
                        """
                    ], answer: .object(said)))
        }
    }

    private struct Newcomer: Decodable, Sendable {
        let id: ID?
        let name: String
        let login: String
        let organisation: ID
        let role: Role
        let project: ID?
        let from: BusinessDay
        let to: BusinessDay?
    }

    private struct Nothing: Decodable, Sendable {}

    /// Takes in somebody new, from today on or later, as anything but an administrator.
    @Sendable
    private func add(_ request: Request) async throws -> Response {
        let draft = try request.decode(Newcomer.self)
        let person = draft.id ?? Ledger.Identity.make(at: desk.clock.now)
        let appointment = Ledger.Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "people.add", on: .none, subject: Subject("person", person),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            var words: [RefusalWords] = []
            if draft.role.isAdministrator || draft.role == .system {
                words.append(IdentityRefusals.administratorIsAppointedByTheOperator)
            }
            if draft.from < sitting.now.day { words.append(IdentityRefusals.appointmentBeginsTodayOrLater) }
            guard words.isEmpty else { return .refused(words.map { $0.refusal(nil) }) }
            let said: [String: JSON] = [
                "appointment": .text(appointment.description), "role": .text(draft.role.rawValue),
                "organisation": .text(draft.organisation.description),
                "project": draft.project.map { .text($0.description) } ?? .null,
                "from": .text(draft.from.description), "to": draft.to.map { .text($0.description) } ?? .null,
            ]
            // The ledger keeps whose account it is, and no name.
            return .done(
                Write(
                    body: .object(said),
                    [
                        """
                        select auth.add_person(\(person), \(draft.name), \(draft.login), \(appointment),
                            \(draft.organisation), \(draft.role.rawValue), \(draft.project), \(draft.from), \(draft.to),
                            \(sitting.op))
                        """
                    ],
                    answer: .object(
                        said.merging(["id": .text(person.description), "login": .text(draft.login)]) { $1 })))
        }
    }

    private struct Last: Decodable, Sendable {
        let lastDay: BusinessDay
        let reason: String

        enum CodingKeys: String, CodingKey {
            case reason
            case lastDay = "last_day"
        }
    }

    /// Ends an appointment: with yesterday as its last day it opens nothing from now on.
    @Sendable
    private func endAppointment(_ request: Request) async throws -> Response {
        let (person, which) = (try request.require("person"), try request.require("appointment"))
        let draft = try request.decode(Last.self)
        return try await desk.act(
            request, "people.end_appointment", on: .none, subject: Subject("person", person),
            facts: Administration.facts(of: person), as: Someone.self
        ) { someone, sitting in
            guard let held = someone.appointments.first(where: { $0.id == which }) else {
                throw Problems.notFound
            }
            var words: [RefusalWords] = []
            if held.role.isAdministrator {
                words.append(IdentityRefusals.administratorIsAppointedByTheOperator)
            }
            if draft.lastDay < sitting.now.day.adding(days: -1)
                || held.to.map({ $0 <= draft.lastDay }) == true
            {
                words.append(IdentityRefusals.appointmentEndsOnce)
            }
            guard words.isEmpty else { return .refused(words.map { $0.refusal(nil) }) }
            return .done(
                Write(
                    body: .object([
                        "person": .text(person.description), "appointment": .text(which.description),
                        "last_day": .text(draft.lastDay.description), "reason": .text(draft.reason),
                    ]),
                    ["select auth.end_appointment(\(which), \(draft.lastDay), \(sitting.op))"],
                    answer: .object([
                        "id": .text(which.description), "person": .text(person.description),
                        "role": .text(held.role.rawValue), "from": .text(held.from.description),
                        "to": .text(draft.lastDay.description),
                    ]), status: 200))
        }
    }
}

extension Role {
    /// Whether it is one of the three administrators (三员), who have no part in the works.
    var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        default: false
        }
    }
}

/// The forms of what administrators give and are given.
enum AdministrationSchemas {
    private static let held: [String: Schema] = [
        "id": .id, "role": .string(oneOf: Role.self), "organisation": .id, "organisation_name": .text,
        "project": .noID,
        "from": .day, "to": .noDay,
    ]

    static let people = Schema.page(
        of: .ref(
            "KnownPerson",
            .open([
                "id": .id, "name": .text, "login": .noText, "second_factor": .bool,
                "open_sign_ins": .int(min: 0),
                "last_opened_at": Schema.instant.nullable, "appointments": .list(of: .open(held)),
            ])))

    static let ending = Schema.object(["reason": .string(max: 300)], required: ["reason"])

    static let ended = Schema.open(["person": .id])

    static let appointment = Schema.object(
        [
            "id": .id, "organisation": .id, "role": .string(oneOf: Role.self), "project": .id, "from": .day,
            "to": .day,
        ], required: ["organisation", "role", "from"])

    static let newcomer = Schema.object(
        [
            "id": .id, "name": .string(max: 60), "login": .string(max: 100), "organisation": .id,
            "role": .string(oneOf: Role.self), "project": .id, "from": .day, "to": .day,
        ], required: ["name", "login", "organisation", "role", "from"])

    static let added = Schema.open([
        "id": .id, "login": .text, "appointment": .id, "role": .string(oneOf: Role.self), "organisation": .id,
        "project": .noID, "from": .day, "to": .noDay,
    ])

    static let appointed = Schema.open(
        [
            "id": .id, "person": .id, "role": .string(oneOf: Role.self), "organisation": .id,
            "project": .noID,
            "from": .day, "to": .noDay,
        ], required: ["id", "person", "role", "from", "to"])

    static let endOfAppointment = Schema.object(
        ["last_day": .day, "reason": .string(max: 300)], required: ["last_day", "reason"])

    /// What a line says beside whose it is; each kind has its own of these.
    private static let details = Schema.open(
        [
            "sign_in": .id, "second_factor": .bool, "role": .string(oneOf: Role.self), "label": .text,
            "ended": .int(min: 0), "login": .text, "appointment": .id, "organisation": .id, "from": .day,
            "to": .day,
            "key": .id, "identity": .id, "provider": .text,
        ], required: [])

    static let trail = Schema.open([
        "items": .list(
            of: .ref(
                "AuditEntry",
                .open([
                    "number": .int(min: 1), "at": .instant, "what": .string(oneOf: AuditedThing.self),
                    "by": .noID,
                    "by_name": .noText, "person": .noID, "name": .noText, "network": Schema.string().nullable,
                    "details": details,
                ]))), "next": Schema.int(min: 1).nullable,
    ])
}

/// What the trail tells of (审计事项); the database knows the same.
enum AuditedThing: String, CaseIterable {
    case signInOpened = "sign_in.opened"
    case signInRefused = "sign_in.refused"
    case codeNeeded = "sign_in.code_needed"
    case passwordDue = "sign_in.password_due"
    case noAppointment = "sign_in.no_appointment"
    case waits = "sign_in.waits"
    case signInEnded = "sign_in.ended"
    case tokenIssued = "token.issued"
    case tokenEnded = "token.ended"
    case passwordChanged = "password.changed"
    case personAdded = "person.added"
    case personChanged = "person.changed"
    case appointmentAdded = "appointment.added"
    case appointmentChanged = "appointment.changed"
    case keyRegistered = "signing_key.registered"
    case keyRevoked = "signing_key.revoked"
    case identityLinked = "identity.linked"
    case identityEnded = "identity.ended"
}
