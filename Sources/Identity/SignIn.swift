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
    /// What the password is to become; nil where it stays.
    let newPassword: String?

    enum CodingKeys: String, CodingKey {
        case login, password, code, appointment
        case newPassword = "new_password"
    }
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

/// Brings who someone is before the database (登录): password, one-time code, appointment; a wrong guess is always answered
/// alike.
///
/// Nothing is decided here. The attempt is counted in a transaction of its own, and judged in the next; one-time codes go
/// by the database's true clock, which an authenticator shares, and what someone is today by its business day.
struct SignIn: Sendable {
    let desk: Desk
    private let keys = KeyDerivation()

    init(desk: Desk) {
        self.desk = desk
    }

    func open(_ draft: SignInDraft, from peer: String) async throws -> OpenedSession {
        do {
            return try await open(draft, network: Network.of(peer))
        } catch let error as PQError {
            throw desk.problem(of: error)
        }
    }

    private func open(_ draft: SignInDraft, network: String) async throws -> OpenedSession {
        let known = try await ask(
            "select auth.sign_in_form(\(draft.login), \(network)) as answer", as: SignInForm.self)
        if let wait = known.retryAfter { throw Problem.tooManyRequests(retryAfter: wait) }
        let next = try await next(draft, known.rules)
        let key = try await keys.derive(draft.password, known.form ?? "")
        let token = Token.make()
        let counted = try await ask(
            """
            select auth.attempt_sign_in(\(draft.login), \(network), \(key), \(draft.code), \(draft.appointment),
                \(Token.hash(token)), \(next?.form), \(next?.verifier)) as answer
            """, as: CountedAttempt.self)
        if let wait = counted.retryAfter { throw Problem.tooManyRequests(retryAfter: wait) }
        let verdict = try await ask(
            "select auth.judge_sign_in(\(counted.attempt)) as answer", as: SignInVerdict.self)
        switch verdict.outcome {
        case .opened:
            guard let session = verdict.session(token) else { throw Problem.signInRefused }
            return session
        case .refused: throw Problem.signInRefused
        case .codeNeeded: throw Problem.codeNeeded
        case .noAppointment: throw Problem.noAppointment
        case .passwordDue: throw Problem.passwordDue
        }
    }

    /// What is kept of a new password; nil where the password stays.
    ///
    /// Whether it may be one needs nobody to be signed in: the rules are the same for every login.
    private func next(_ draft: SignInDraft, _ rules: PasswordRules?) async throws -> Password? {
        guard let new = draft.newPassword, let rules else { return nil }
        let refusals = rules.refusals(of: new, login: draft.login, old: draft.password)
        guard refusals.isEmpty else { throw Problems.refused(refusals.map { $0.refusal(nil) }) }
        return try await keys.keep(new)
    }

    /// One question in a transaction of its own: what it counts stays, whatever becomes of the rest.
    private func ask<Answer: Decodable & Sendable>(_ question: SQL, as type: Answer.Type) async throws
        -> Answer
    {
        let rows = try await desk.pool.transaction { try await $0.commit(after: [question]) }
        return try rows[0].one().decode(type, "answer")
    }
}

/// How a login's key is derived, or how many seconds it is closed.
private struct SignInForm: Decodable, Sendable {
    let form: String?
    let profile: PasswordRules.Profile?
    let shortest: Int?
    let retryAfter: Int?

    /// What a new password has to be here.
    var rules: PasswordRules? {
        guard let profile, let shortest else { return nil }
        return PasswordRules(profile, shortest: shortest)
    }

    enum CodingKeys: String, CodingKey {
        case form, profile, shortest
        case retryAfter = "retry_after"
    }
}

/// An attempt that was counted, or how many seconds its login is closed.
private struct CountedAttempt: Decodable, Sendable {
    let attempt: ID?
    let retryAfter: Int?

    enum CodingKeys: String, CodingKey {
        case attempt
        case retryAfter = "retry_after"
    }
}

/// What the database decided of an attempt.
private struct SignInVerdict: Decodable, Sendable {
    enum Outcome: String, Decodable {
        case opened, refused
        case codeNeeded = "code_needed"
        case noAppointment = "no_appointment"
        case passwordDue = "password_due"
    }

    let outcome: Outcome
    let ends: Instant?
    let person: ID?
    let name: String?
    let secondFactor: Bool?
    let appointment: Appointment?
    let appointments: [Appointment]?

    func session(_ token: String) -> OpenedSession? {
        guard let ends, let person, let name, let secondFactor, let appointment, let appointments else {
            return nil
        }
        return OpenedSession(
            token: token, ends: ends, person: person, name: name, secondFactor: secondFactor,
            appointment: appointment, appointments: appointments)
    }

    enum CodingKeys: String, CodingKey {
        case outcome, ends, person, name, appointment, appointments
        case secondFactor = "second_factor"
    }
}

/// Derives keys one after another and off the event loops: each takes 32 MiB and a tenth of a second.
private actor KeyDerivation {
    private static let longestQueue = 20

    private nonisolated let waiting = Counter()

    nonisolated func derive(_ password: String, _ form: String) async throws(Problem) -> [UInt8] {
        // No key fits the verifier of a form that cannot be read.
        try await inTurn { Password.key(of: password, form: form) ?? [] }
    }

    /// What is kept of a password.
    nonisolated func keep(_ password: String) async throws(Problem) -> Password {
        try await inTurn { Password(password) }
    }

    private nonisolated func inTurn<Made: Sendable>(_ make: @Sendable () -> Made) async throws(Problem)
        -> Made
    {
        guard waiting.step(1) <= KeyDerivation.longestQueue else {
            waiting.step(-1)
            throw .busy(retryAfter: 3)
        }
        defer { waiting.step(-1) }
        return await run(make)
    }

    private func run<Made: Sendable>(_ make: @Sendable () -> Made) -> Made { make() }

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

    static var passwordDue: Problem {
        Problem(
            403, "password_due", Words("口令须先更换", "the password is due to be changed"),
            Words(
                "口令由他人设定，或已过更换期限：请在“更换口令”页面更换，程序须随登录一并提交新口令。",
                "It was set by somebody else, or its days are over: change it on its page, or send new_password with the sign-in."
            ))
    }

    static var noAppointment: Problem {
        Problem(
            403, "no_appointment_today", Words("您今天没有这项任职", "you hold no such appointment today"),
            Words("任职未开始、已结束，或不是您的。", "It has not begun, has ended, or is not yours."))
    }
}
