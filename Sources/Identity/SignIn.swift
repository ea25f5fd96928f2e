import Actions
import Ledger
import PQ
import Policy
import Synchronization
import Values
import Web

/// What is sent to sign in.
struct SignInDraft: Decodable, Sendable {
    let login: String
    let password: String
    /// The six digits of the second factor.
    let code: String?
    /// What to act as, where a person is several things.
    let appointment: ID?
}

/// One thing that a person is (任职).
struct Appointment: Decodable, Sendable {
    let id: ID
    let role: Role
    let district: Int32
    let districtName: String
    let organisation: ID
    let organisationName: String
    let project: ID?
    let from: BusinessDay
    let to: BusinessDay?

    enum CodingKeys: String, CodingKey {
        case id, role, district, organisation, project, from, to
        case districtName = "district_name"
        case organisationName = "organisation_name"
    }

    var json: JSON {
        .object([
            "id": .text(id.description), "role": .text(role.rawValue), "role_title": .text(role.words.zh),
            "role_title_en": .text(role.words.en), "district": .int(Int64(district)),
            "district_name": .text(districtName), "organisation": .text(organisation.description),
            "organisation_name": .text(organisationName),
            "project": project.map { .text($0.description) } ?? .null, "from": .text(from.description),
            "to": to.map { .text($0.description) } ?? .null,
        ])
    }
}

/// A session that was opened.
struct OpenedSession: Sendable {
    let token: String
    let ends: Instant
    let person: ID
    let name: String
    let secondFactor: Bool
    let appointment: Appointment
    let appointments: [Appointment]

    var json: JSON {
        .object([
            "token": .text(token), "expires_at": .text(ends.local), "person": .text(person.description),
            "name": .text(name), "role": .text(appointment.role.rawValue),
            "district": .int(Int64(appointment.district)), "appointment": .text(appointment.id.description),
            "organisation": .text(appointment.organisation.description),
            "second_factor": .bool(secondFactor), "appointments": .list(appointments.map(\.json)),
        ])
    }
}

/// Checks who someone is (登录): password, one-time code, appointment; answers a wrong guess always alike.
///
/// Passwords and codes go by the database's own clock, which an authenticator shares; what someone is today goes
/// by the business clock, as every action does.
struct SignIn: Sendable {
    let desk: Desk
    private let hashing = Hashing()

    init(desk: Desk) {
        self.desk = desk
    }

    func open(_ draft: SignInDraft, from peer: String) async throws -> OpenedSession {
        do {
            return try await checked(draft, network: Network.of(peer))
        } catch let error as PQError {
            // A code that another sign-in used in this very moment is a used code like any other.
            if case .failed(let failure) = error, failure.constraint == "one_time_code_opens_once" {
                throw Problem.signInRefused
            }
            throw desk.problem(of: error)
        }
    }

    private func checked(_ draft: SignInDraft, network: String) async throws -> OpenedSession {
        let today = desk.clock.now.day
        let (facts, at) = try await facts(draft.login, network, today)
        if let wait = facts.retryAfter { throw Problem.tooManyRequests(retryAfter: wait) }
        let isPassword = try await hashing.verify(draft.password, against: facts.password)
        guard isPassword, let person = facts.person, let name = facts.name else {
            throw Problem.signInRefused
        }
        let step = try checkCode(draft, facts, at: at)
        let held = facts.appointments ?? []
        let wanted = draft.appointment.map { id in held.filter { $0.id == id } } ?? held
        guard let chosen = wanted.first else { throw Problem.noAppointment }
        if step == nil, facts.secret != nil, held.contains(where: { $0.role.isStaff }) {
            throw Problem.codeNeeded
        }
        let token = Token.make()
        let rows = try await desk.pool.transaction { transaction in
            try await transaction.commit(after: [
                """
                select auth.open_session(\(Token.hash(token)), \(person), \(chosen.id), \(step), \(network), \(today))
                    as ends
                """
            ])
        }
        return OpenedSession(
            token: token, ends: try rows[0].one().instant("ends"), person: person, name: name,
            secondFactor: step != nil, appointment: chosen, appointments: held)
    }

    private func facts(_ login: String, _ network: String, _ today: BusinessDay) async throws -> (
        SignInFacts, Instant
    ) {
        // Committed at once: the attempt counts whatever becomes of the rest.
        let rows = try await desk.pool.transaction { transaction in
            try await transaction.commit(after: [
                "select auth.sign_in_facts(\(login), \(network), \(today)) as facts, clock_timestamp() as at"
            ])
        }
        let row = try rows[0].one()
        return (try row.decode(SignInFacts.self, "facts"), try row.instant("at"))
    }

    /// The step of a right and unused code; nil where none was given.
    ///
    /// A wrong one refuses, needed or not.
    private func checkCode(_ draft: SignInDraft, _ facts: SignInFacts, at: Instant) throws -> Int64? {
        guard let code = draft.code else { return nil }
        guard let secret = facts.secret.flatMap({ bytes(hex: $0) }),
            let step = OneTimeCode(secret: secret).step(of: code, at: at, after: facts.step)
        else { throw Problem.signInRefused }
        return step
    }
}

/// What the database gives to check a sign-in against.
struct SignInFacts: Decodable, Sendable {
    let retryAfter: Int?
    let person: ID?
    let name: String?
    let password: String?
    /// Hexadecimal.
    let secret: String?
    let step: Int64?
    let appointments: [Appointment]?

    enum CodingKeys: String, CodingKey {
        case person, name, password, secret, step, appointments
        case retryAfter = "retry_after"
    }
}

/// Computes password hashes one after another and off the event loops: each takes 32 MiB and a tenth of a second.
private actor Hashing {
    private static let longestQueue = 20
    /// For logins that do not exist, so that they take as long as those that do.
    private static let nobody = Password.hash("")

    private nonisolated let waiting = Counter()

    nonisolated func verify(_ password: String, against stored: String?) async throws(Problem) -> Bool {
        guard waiting.step(1) <= Hashing.longestQueue else {
            waiting.step(-1)
            throw .busy(retryAfter: 3)
        }
        defer { waiting.step(-1) }
        return await compute(password, stored)
    }

    private func compute(_ password: String, _ stored: String?) -> Bool {
        let isRight = Password.verify(password, against: stored ?? Hashing.nobody)
        return isRight && stored != nil
    }

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)

        @discardableResult
        func step(_ by: Int) -> Int { value.add(by, ordering: .relaxed).newValue }
    }
}

/// The network a request comes from, as far as one household or office reaches.
enum Network {
    /// The first 24 bits of an IPv4 address, the first 64 of an IPv6 one; anything else as it is.
    static func of(_ peer: String) -> String {
        let address = peer.hasPrefix("::ffff:") && peer.contains(".") ? String(peer.dropFirst(7)) : peer
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4 { return parts.prefix(3).joined(separator: ".") + ".0/24" }
        guard address.contains(":") else { return address }
        return groups(address).prefix(4).joined(separator: ":") + "::/64"
    }

    /// The eight groups of an IPv6 address, `::` filled in.
    private static func groups(_ address: String) -> [String] {
        let bare = address.prefix { $0 != "%" }
        var before = [String]()
        var after = [String]()
        var isAfter = false
        for (index, group) in bare.split(separator: ":", omittingEmptySubsequences: false).enumerated() {
            if group.isEmpty {
                if index > 0 { isAfter = true }
            } else if isAfter {
                after.append(String(group))
            } else {
                before.append(String(group))
            }
        }
        let gap = max(0, 8 - before.count - after.count)
        return before + Array(repeating: "0", count: gap) + after
    }
}

extension Role {
    /// Whether the role is someone's work, and not a resident's part in it.
    var isStaff: Bool {
        switch self {
        case .resident, .volunteerSupervisor, .ownersBody: false
        default: true
        }
    }
}

extension Problem {
    /// The one answer to every wrong login, password or code: none of them is told apart.
    static var signInRefused: Problem {
        Problem(
            401, "sign_in_refused", Words("登录名、密码或动态口令不对", "login, password or one-time code is wrong"),
            Words("请核对后再试；连续五次不对须等待十五分钟。", "Check and try again; after five wrong tries, wait 15 minutes."))
    }

    static var codeNeeded: Problem {
        Problem(
            401, "one_time_code_needed", Words("还需要动态口令", "a one-time code is needed"),
            Words("请输入验证器上的六位数字。", "Give the six digits your authenticator shows."))
    }

    static var noAppointment: Problem {
        Problem(
            403, "no_appointment_today", Words("您今天没有这项任职", "you hold no such appointment today"),
            Words("任职未开始、已结束，或不是您的。", "It has not begun, has ended, or is not yours."))
    }
}
