import ArgumentParser
import Cluster
import Foundation
import Ledger
import PQ
import Values

/// Who may act, from a file: districts, organisations, people, appointments.
struct PeopleCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Districts, organisations, people and their appointments.",
        subcommands: [
            Import.self, SetPassword.self, EndSignIns.self, PasswordRule.self, RegisterProviders.self,
            LinkIdentity.self,
        ])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Take in a file of districts, organisations, people; what is there already stays as it is.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "A JSON file.") var file: String

        func run() async throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let roster = try JSONDecoder().decode(Roster.self, from: bytes)
            let digest = hex(Digest.sha256(bytes))
            let pool = Pool(
                try await target.checked(), connections: 1, applicationName: "yanshou-people")
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: try roster.statements(of: digest))
            }
            await pool.close()
            print("people: \(roster.people.count), organisations: \(roster.organisations.count)")
        }
    }
}

/// Tokens for programs.
struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens for programs.", subcommands: [Issue.self, Limit.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Issue a token for a person's appointment; it is printed once and kept only as its hash.")

        @OptionGroup var target: OwnerDatabase
        @Option(help: "The person's login.") var login: String
        @Option(help: "The appointment, where there are several.") var appointment: String?
        @Option(help: "How many days it holds.") var days: Int = 30

        func run() async throws {
            let token = Token.make()
            let wanted = appointment.flatMap { ID($0) }
            let pool = Pool(
                try await target.checked(), connections: 1, applicationName: "yanshou-token")
            let rows = try await pool.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    with issued as (
                        insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
                        select sha256(\(Token.hash(token))), 'api', district, appointment_id, false,
                            now() + \(Int64(days)) * interval '1 day'
                        from auth.appointment join auth.person using (person_id)
                        where login = \(login) and (\(wanted)::uuid is null or appointment_id = \(wanted))
                        order by valid_from desc limit 1
                        returning district, appointment_id, token_hash, expires_at
                    )
                    select appointment_id, ledger.record_operator(
                        issued.district, gen_random_uuid(), 'token.issue', 'person', person_id, jsonb_build_object(
                            'appointment', appointment_id, 'expires', ledger.stamp(expires_at),
                            'token', encode(token_hash, 'hex')))
                    from issued join auth.appointment using (district, appointment_id)
                    """
                ])
            }
            await pool.close()
            guard rows.first?.count == 1 else {
                throw ValidationError("\(login) 没有这项任职 · \(login) has no such appointment")
            }
            print(token)
        }
    }
}

extension TokenCommands {
    struct Limit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "For how many days a person may issue a token to a program, at most; those that are issued stay."
        )

        @OptionGroup var target: OwnerDatabase
        @Option(help: "How many days, up to 366.") var days: Int

        func run() async throws {
            guard (1...366).contains(days) else {
                throw ValidationError("天数应为 1 至 366 · days are 1 to 366")
            }
            let pool = Pool(
                try await target.checked(), connections: 1, applicationName: "yanshou-token")
            _ = try await pool.transaction { transaction in
                try await transaction.commit(after: [
                    "update auth.token_rule set longest_days = \(Int32(days))",
                    """
                    select ledger.record_operator(district, gen_random_uuid(), 'token.limit', 'district',
                        ledger.district_subject(district), jsonb_build_object('days', \(Int64(days))))
                    from auth.district
                    """,
                ])
            }
            await pool.close()
            print("token: \(days) days at most")
        }
    }
}

/// The database as its owner: a private cluster's by its state folder, or DATABASE_URL.
struct OwnerDatabase: ParsableArguments {
    @Option(help: "The state folder of a private cluster.") var state: String?
    @Option(help: "The port of its PostgreSQL's socket.") var databasePort: Int = 5433
    @OptionGroup var database: Database

    func url() throws -> String {
        guard let state else { return try database.url() }
        return try PrivateCluster(
            state: URL(fileURLWithPath: state).standardizedFileURL.path, port: databasePort
        ).url("yanshou")
    }

    /// The same, once it is sure that the database is at this program's schema.
    func checked() async throws -> String {
        let url = try url()
        try await SchemaCheck.demand(url)
        return url
    }
}

/// The file's form.
struct Roster: Decodable, Sendable {
    struct District: Decodable, Sendable {
        let district: Int32
        let name: String
        let code: String
        let from: BusinessDay
    }

    struct Organisation: Decodable, Sendable {
        let id: ID
        let creditCode: String
        let name: String
        let kind: String
        /// Kinds of facilities that a utility runs.
        let facilities: [String]?

        enum CodingKeys: String, CodingKey {
            case id, name, kind, facilities
            case creditCode = "credit_code"
        }
    }

    struct Person: Decodable, Sendable {
        let id: ID
        let name: String
        let login: String?
        let password: String?
        /// Base32, as authenticator programs take it.
        let oneTimeSecret: String?
        let appointments: [Appointment]

        enum CodingKeys: String, CodingKey {
            case id, name, login, password, appointments
            case oneTimeSecret = "one_time_secret"
        }
    }

    struct Appointment: Decodable, Sendable {
        let id: ID
        let district: Int32
        let organisation: ID
        let role: Role
        let project: ID?
        let from: BusinessDay
        let to: BusinessDay?
    }

    /// Which unit is which body of a district (区里的机关), from a day on.
    struct Body: Decodable, Sendable {
        let district: Int32
        let body: String
        let organisation: ID
        let from: BusinessDay
    }

    let districts: [District]
    let organisations: [Organisation]
    let people: [Person]
    let bodies: [Body]?

    /// What takes the file in, and the event of it in every district where it brought something new.
    ///
    /// Units and people belong to no district; their event is the first one's of the file.
    func statements(of digest: String) throws -> [SQL] {
        let op = Identity.make(at: SystemClock().now)
        let home = districts.first?.district ?? people.lazy.flatMap(\.appointments).first?.district
        let mark = home == nil ? nil : op
        var statements: [SQL] = []
        for item in districts {
            statements.append(
                "insert into auth.district (district, name) values (\(item.district), \(item.name)) on conflict do nothing"
            )
            statements.append(
                """
                insert into auth.division_code (district, code, valid_from)
                values (\(item.district), \(item.code), \(item.from)) on conflict do nothing
                """)
        }
        for item in organisations {
            statements.append(
                """
                insert into auth.organisation (organisation_id, credit_code, name, kind, facilities, recorded_in,
                    op_id)
                values (\(item.id), \(item.creditCode), \(item.name), \(item.kind), \(item.facilities ?? []), \(home),
                    \(mark))
                on conflict do nothing
                """)
            // A unit of before there was such a list says it now, once.
            statements.append(
                """
                update auth.organisation set facilities = \(item.facilities ?? []), recorded_in = \(home), op_id = \(mark)
                where organisation_id = \(item.id) and facilities = '{}' and \(item.facilities ?? [])::text[] <> '{}'
                """)
        }
        for item in bodies ?? [] {
            statements.append(
                """
                insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                values (\(item.district), \(item.body), \(item.organisation), \(item.from), \(op))
                on conflict do nothing
                """)
        }
        for person in people {
            let password = person.password.map { Password($0) }
            let secret = person.oneTimeSecret.flatMap { OneTimeCode(text: $0)?.secret }
            statements.append(
                """
                insert into auth.person (person_id, name, login, password_form, password_verifier, one_time_secret,
                    recorded_in, op_id)
                values (\(person.id), \(person.name), \(person.login), \(password?.form), \(password?.verifier),
                    \(secret), \(home), \(mark))
                on conflict do nothing
                """)
            for item in person.appointments {
                statements.append(
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        project_id, valid_from, valid_to, recorded_in, op_id)
                    values (\(item.district), \(item.id), \(person.id), \(item.organisation),
                        \(item.role.rawValue), \(item.project), \(item.from), \(item.to), \(item.district), \(op))
                    on conflict do nothing
                    """)
            }
        }
        statements.append(
            """
            select ledger.record_operator(bound.district, \(op), 'people.import', 'district',
                ledger.district_subject(bound.district), jsonb_build_object('file', \(digest)))
            from (select distinct district from ledger.row where entry_id = \(op)) bound
            """)
        return statements
    }
}
