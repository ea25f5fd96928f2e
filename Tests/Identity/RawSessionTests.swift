import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// SQL as the application's own role, which may be whoever broke into the service: nobody is signed in by it who does not
/// show what the person knows.
@Suite("Sessions by raw SQL as the application's role")
struct RawSessionTests {
    /// As the service, without anybody entered.
    @discardableResult
    private func raw(_ house: Gatehouse, _ statements: [SQL]) async throws -> [Rows] {
        try await house.database.service.transaction { try await $0.commit(after: statements) }
    }

    private func refused(_ house: Gatehouse, _ statement: SQL) async -> String? {
        do {
            try await raw(house, [statement])
            return nil
        } catch {
            return (error as? PQError).flatMap { $0.failure?.constraint ?? $0.sqlstate }
        }
    }

    private func key(_ house: Gatehouse, _ login: String, _ password: String = Gatehouse.password)
        async throws
        -> [UInt8]
    {
        let rows = try await raw(house, ["select auth.sign_in_form(\(login), 'n') ->> 'form' as form"])
        return try #require(Password.key(of: password, form: try rows[0].one().text("form")))
    }

    private func attempt(
        _ login: String, _ key: [UInt8], code: String? = nil, network: String = "n", token: String = "t"
    ) -> SQL {
        """
        select auth.attempt_sign_in(\(login), \(network), \(key), \(code), null, \(Token.hash(token))) as answer
        """
    }

    private struct Answer: Decodable, Sendable {
        let attempt: ID?
        let outcome: String?
        let wait: Int?

        enum CodingKeys: String, CodingKey {
            case attempt, outcome
            case wait = "retry_after"
        }
    }

    private func ask(_ house: Gatehouse, _ statement: SQL) async throws -> Answer {
        try await raw(house, [statement])[0].one().decode(Answer.self, "answer")
    }

    /// What comes of an attempt that is handed in, committed and judged.
    private func outcome(_ house: Gatehouse, _ attempt: SQL) async throws -> String {
        let counted = try await ask(house, attempt)
        guard let id = counted.attempt else { return "closed" }
        return try await ask(house, "select auth.judge_sign_in(\(id)) as answer").outcome ?? ""
    }

    @Test func `nothing opens a session but the key of the password and the code`() async throws {
        try await Gatehouse.with { house in
            let right = try await key(house, "street")
            #expect(try await outcome(house, attempt("street", [])) == "refused")
            #expect(try await outcome(house, attempt("street", right)) == "code_needed")
            #expect(try await outcome(house, attempt("street", right, code: "000000")) == "refused")
            let code = try await house.code()
            // What the table keeps is not what opens.
            let kept = Digest.sha256(right)
            #expect(try await outcome(house, attempt("street", kept, code: code)) == "refused")
            #expect(try await outcome(house, attempt("street", right, code: code, token: "good")) == "opened")
            let entered = try await raw(
                house, ["select auth.enter(\(Token.hash("good"))) ->> 'role' as role"])
            #expect(try entered[0].one().text("role") == "construction_unit")
            // Whoever has a copy of the tables has no token either.
            let copied = try await house.database.owner.read("select token_hash from auth.token")
            for row in copied {
                let actor = try await raw(
                    house, ["select auth.enter(\(try row.bytes("token_hash"))) as actor"])
                #expect(try actor[0].one().isNull("actor"))
            }
        }
    }

    @Test func `an attempt counts before it is judged: no transaction guesses and rolls back`() async throws {
        try await Gatehouse.with { house in
            let right = try await key(house, "resident")
            let both: SQL = """
                select auth.judge_sign_in((auth.attempt_sign_in('resident', 'n', \(right), null, null,
                    \(Token.hash("t"))) ->> 'attempt')::uuid)
                """
            #expect(await refused(house, both) == "sign_in_is_counted_first")
            #expect(
                try await house.database.refusal(as: "street", [both]) == "sign_in_is_counted_first")
            // Nor does one count beside others whom it does not see.
            await #expect(throws: PQError.self) {
                try await raw(
                    house,
                    ["set transaction isolation level repeatable read", attempt("resident", right)])
            }
            // What was rolled back is no attempt.
            let lost = Mailbox()
            await #expect(throws: Rollback.self) {
                try await house.database.service.transaction { transaction in
                    let rows = try await transaction.send([attempt("resident", right)])
                    await lost.put(try rows[0].one().decode(Answer.self, "answer").attempt)
                    throw Rollback()
                }
            }
            let gone = try #require(await lost.id)
            #expect(try await ask(house, "select auth.judge_sign_in(\(gone)) as answer").outcome == "refused")
        }
    }

    private struct Rollback: Error {}

    private actor Mailbox {
        private(set) var id: ID?

        func put(_ id: ID?) { self.id = id }
    }

    @Test func `sessions that guess at once get five guesses together, from wherever fifty`() async throws {
        try await Gatehouse.with { house in
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for number in 0..<12 {
                    group.addTask { try await ask(house, attempt("resident", [UInt8(number)])) }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            #expect(answers.count { $0.attempt != nil } == 5)
            #expect(answers.count { $0.wait != nil } == 7)
            let known = try await key(house, "street")
            let code = try await house.code(-1)
            #expect(
                try await outcome(house, attempt("street", known, code: code, network: "home")) == "opened")
            for number in 0..<50 {
                _ = try await ask(house, attempt("street", [1], network: "net \(number % 11)"))
            }
            // A network that anyone may make up is closed by now; the one that the person came from is not.
            #expect(try await ask(house, attempt("street", [1], network: "yet another")).wait != nil)
            #expect(try await ask(house, attempt("street", [1], network: "home")).attempt != nil)
        }
    }

    @Test func `one code opens one of two attempts that are judged at once`() async throws {
        try await Gatehouse.with { house in
            let right = try await key(house, "street")
            let code = try await house.code()
            var attempts: [ID] = []
            for token in ["a", "b"] {
                attempts.append(
                    try #require(
                        try await ask(house, attempt("street", right, code: code, token: token)).attempt))
            }
            let made = attempts
            let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
                for id in made {
                    group.addTask {
                        try await ask(house, "select auth.judge_sign_in(\(id)) as answer").outcome
                    }
                }
                return try await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == "opened" } == 1, "\(outcomes)")
            #expect(outcomes.count { $0 == "refused" } == 1, "\(outcomes)")
        }
    }

    @Test func `a login that nobody has looks like one that somebody has`() async throws {
        try await Gatehouse.with { house in
            func form(_ login: String) async throws -> String {
                let rows = try await raw(
                    house, ["select auth.sign_in_form(\(login), 'n') ->> 'form' as form"])
                return try rows[0].one().text("form")
            }
            let forms = [try await form("street"), try await form("nobody"), try await form("office")]
            #expect(Set(forms).count == 3)
            #expect(Set(forms.map(\.count)).count == 1 && Set(forms.map { $0.prefix(22) }).count == 1)
            #expect(try await form("nobody") == forms[1])
            #expect(Password.key(of: "x", form: forms[1])?.count == 32)
            #expect(try await outcome(house, attempt("nobody", [1])) == "refused")
        }
    }

    @Test func `nobody chooses his day, his role or his context`() async throws {
        try await Gatehouse.with { house in
            let hash = Token.hash(Seed.token("street"))
            for statement: SQL in [
                "select auth.enter(\(hash), '2020-01-01'::date)",
                "select auth.open_session('\\x00', \(Seed.id("person:street")), \(Seed.id("appointment:street")), null, 'n', now()::date)",
                "select auth.sign_in_facts('street', 'n', now()::date)",
            ] {
                #expect(await refused(house, statement) == "42883", "\(statement.text)")
            }
            for statement: SQL in [
                """
                select auth.write_context(1, \(Seed.id("person:office")), \(Seed.id("org:office")),
                    \(Seed.id("appointment:office")), 'renovation_office', null, null, '2020-01-01', 'session', true, null)
                """,
                "select auth.sign_context('x')", "select auth.enter_job(\(Seed.id("job")), 1)",
                "select auth.one_time_code('12345678901234567890', 1)",
                "select auth.set_demo_clock('2020-01-01')", "select value from auth.secret",
                "insert into auth.demo_clock (ahead) values ('1 day')",
                """
                insert into auth.token (token_hash, kind, district, appointment_id, expires_at)
                values ('\\x00', 'api', 1, \(Seed.id("appointment:office")), 'infinity')
                """,
            ] {
                #expect(await refused(house, statement) == "42501", "\(statement.text)")
            }
            let day = try await house.database.act(as: "street", ["select auth.today() as day"])
            #expect(try day[0].one().day("day") == Seed.today)
        }
    }

    @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")])
    func `the database's one-time codes equal those of RFC 6238`(seconds: Int64, digits: String) async throws
    {
        try await TestDatabase.with { database in
            let secret = Gatehouse.secret.secret
            let row = try await database.owner.read(
                """
                select auth.one_time_code(\(secret), \(seconds / 30)) as code,
                    auth.one_time_step(\(secret), \(digits), to_timestamp(\(seconds)) + interval '30 s', null) as late,
                    auth.one_time_step(\(secret), \(digits), to_timestamp(\(seconds)) - interval '30 s', null) as early,
                    auth.one_time_step(\(secret), \(digits), to_timestamp(\(seconds)) + interval '60 s', null) as over,
                    auth.one_time_step(\(secret), \(digits), to_timestamp(\(seconds)), \(seconds / 30)) as used
                """
            ).one()
            #expect(try row.text("code") == digits)
            #expect(try row.int64("late") == seconds / 30 && row.int64("early") == seconds / 30)
            #expect(try row.isNull("over") && row.isNull("used"))
        }
    }
}
