import ArgumentParser
import Foundation
import Identity
import Ledger
import PQ
import Values

extension PeopleCommands {
    /// Sets somebody's password, for whoever lost his: it opens nothing but its own change.
    struct SetPassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password",
            abstract:
                "Set a person's password from standard input; all sessions end, and it opens nothing but its own change."
        )

        @OptionGroup var target: OwnerDatabase
        @Option(help: "The person's login.") var login: String

        func run() async throws {
            guard let given = readLine(strippingNewline: true), !given.isEmpty else {
                throw ValidationError("没有从标准输入得到口令 · no password came by standard input")
            }
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-people")
            let rule = try await pool.read("select profile, shortest from auth.password_rule").one()
            let rules = PasswordRules(
                PasswordRules.Profile(rawValue: try rule.text("profile")) ?? .asvs,
                shortest: try rule.int("shortest"))
            let lacking = rules.refusals(of: given, login: login, old: nil)
            guard lacking.isEmpty else {
                throw ValidationError(
                    lacking.map { "\($0.detail.zh) · \($0.detail.en)" }.joined(separator: "\n"))
            }
            let kept = Password(given)
            let ended = try await PeopleCommands.change(
                pool, login, "people.password",
                "auth.set_password(person_id, \(kept.form), \(kept.verifier), true, null)")
            await pool.close()
            print("password: set, to be changed at the next sign-in; sessions ended: \(ended)")
        }
    }

    /// Ends all that is open in somebody's name, at once.
    struct EndSignIns: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end-sign-ins",
            abstract: "End every session and token of a person, from this moment.")

        @OptionGroup var target: OwnerDatabase
        @Option(help: "The person's login.") var login: String

        func run() async throws {
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-people")
            let ended = try await PeopleCommands.change(
                pool, login, "people.end_sign_ins", "auth.end_sign_ins_of(person_id)")
            await pool.close()
            print("sign-ins ended: \(ended)")
        }
    }

    /// Which rule book passwords follow here.
    struct PasswordRule: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password-rule",
            abstract:
                "What a new password has to be: asvs (long, kept until it is lost) or gbt22239 (three kinds of characters, changed every so many days)."
        )

        @OptionGroup var target: OwnerDatabase
        @Option(help: "asvs or gbt22239.") var profile: String
        @Option(help: "The fewest characters, 8 to 64.") var shortest: Int = 12
        @Option(help: "For gbt22239: after how many days it is due to be changed.") var rotateDays: Int = 90

        func run() async throws {
            guard let book = PasswordRules.Profile(rawValue: profile), (8...64).contains(shortest),
                (1...366).contains(rotateDays)
            else {
                throw ValidationError(
                    "profile 为 asvs 或 gbt22239，长度 8 至 64，天数 1 至 366 · profile is asvs or gbt22239, shortest 8 to 64, days 1 to 366"
                )
            }
            let days: Int32? = book == .gbt22239 ? Int32(rotateDays) : nil
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-people")
            _ = try await pool.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    update auth.password_rule set profile = \(book.rawValue), shortest = \(Int32(shortest)),
                        rotate_days = \(days)
                    """,
                    """
                    select ledger.record_operator(district, gen_random_uuid(), 'people.password_rule', 'district',
                        ledger.district_subject(district), jsonb_build_object('profile', \(book.rawValue)::text,
                            'shortest', \(Int64(shortest)), 'days', \(days)::integer))
                    from auth.district
                    """,
                ])
            }
            await pool.close()
            print(
                "passwords: \(profile), \(shortest) characters at least"
                    + (days.map { ", changed every \($0) days" } ?? ""))
        }
    }

    /// Changes what a person signs in with, and tells it in every district where he is something.
    ///
    /// Returns how many sign-ins ended.
    private static func change(_ pool: Pool, _ login: String, _ type: String, _ change: SQL) async throws
        -> Int64
    {
        let rows = try await pool.transaction { transaction in
            try await transaction.commit(after: [
                "select (\(change))::bigint as ended from auth.person where login = \(login)",
                """
                select ledger.record_operator(held.district, gen_random_uuid(), \(type), 'person', held.person_id, '{}')
                from (
                    select distinct district, person_id from auth.appointment join auth.person using (person_id)
                    where login = \(login)
                ) held
                """,
            ])
        }
        guard rows[0].count == 1 else {
            throw ValidationError("没有登录名 \(login) · there is no login \(login)")
        }
        return try rows[0].one().int64("ended")
    }
}
