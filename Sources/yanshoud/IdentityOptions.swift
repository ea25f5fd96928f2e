import ArgumentParser
import Foundation
import Ledger
import Notices
import OpenID
import PQ
import Values

/// By which providers of identities people may sign in: none unless it is said.
struct IdentityOptions: ParsableArguments {
    @Option(
        help: """
            Sign-in by providers of identities (统一身份认证, OpenID Connect) as this file says: JSON with base, the address of this \
            service, and providers, each with name, title, issuer, client_id, client_secret, and maybe second_factors; readable \
            by its owner alone.
            """)
    var oidc: String?

    func validate() throws {
        do { _ = try settings() } catch let fault as Provider.Fault {
            throw ValidationError("--oidc \(fault)")
        }
    }

    private func settings() throws -> Provider.Settings? { try oidc.map { try Provider.Settings(file: $0) } }

    /// What speaks to each provider.
    func clients() throws -> [Client] {
        guard let settings = try settings() else { return [] }
        return settings.providers.map { provider in
            Client(
                provider, redirect: settings.base + "/sign-in/back/" + provider.name,
                fetch: IdentityOptions.fetch)
        }
    }

    /// By TLS to wherever the operator's file and the provider's own document lead, or plainly to this machine.
    private static let fetch: Client.Fetch = { url, headers, form in
        guard let reach = Reach(["public", "0.0.0.0/0", "::/0"]) else { return nil }
        var outbound = Outbound(reach: reach)
        outbound.seconds = 10
        let answer =
            if let form {
                await outbound.post(
                    Array(form.utf8), to: url,
                    headers: headers + ["Content-Type: application/x-www-form-urlencoded"])
            } else { await outbound.get(url, headers: headers) }
        switch answer {
        case .success(let answer): return (answer.status, answer.body)
        case .failure(let failure):
            Ground.note("身份认证 identities: \(url): \(failure)")
            return nil
        }
    }

    /// Tells the database whose word counts, and under which seal the service will bring it.
    func register(in owner: Pool) async throws {
        guard let settings = try settings() else { return }
        for provider in settings.providers {
            _ = try await owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    with told as (
                        insert into auth.identity_provider (provider, issuer, title, seal)
                        values (\(provider.name), \(provider.issuer), \(provider.title), \(provider.seal))
                        on conflict (provider) do update
                            set issuer = excluded.issuer, title = excluded.title, seal = excluded.seal
                            where (identity_provider.issuer, identity_provider.title, identity_provider.seal)
                                is distinct from (excluded.issuer, excluded.title, excluded.seal)
                        returning provider
                    )
                    select ledger.record_operator(district, gen_random_uuid(), 'people.identity_provider', 'district',
                        ledger.district_subject(district), jsonb_build_object('provider', told.provider,
                            'issuer', \(provider.issuer)::text))
                    from auth.district, told
                    """
                ])
            }
        }
    }
}

extension PeopleCommands {
    /// Whose word on who somebody is counts here.
    struct RegisterProviders: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "providers",
            abstract: "Tell the database of the providers of a file of --oidc; `up` does so by itself.")

        @OptionGroup var target: OwnerDatabase
        @OptionGroup var identities: IdentityOptions

        func run() async throws {
            guard identities.oidc != nil else {
                throw ValidationError("缺 --oidc FILE · --oidc FILE is missing")
            }
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-people")
            try await identities.register(in: pool)
            let known = try await pool.read(
                "select provider, issuer from auth.identity_provider order by provider")
            await pool.close()
            for row in known { print("\(try row.text("provider")): \(try row.text("issuer"))") }
        }
    }

    /// Links an account of a provider to a person, an administrator's too.
    struct LinkIdentity: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link-identity",
            abstract:
                "Link an account of a provider of identities to a person: by the provider's `sub`, never by name."
        )

        @OptionGroup var target: OwnerDatabase
        @Option(help: "The person's login.") var login: String
        @Option(help: "The provider's name.") var provider: String
        @Option(help: "The account there: the `sub` of its tokens.") var subject: String

        func run() async throws {
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-people")
            let digest = hex(Digest.sha256(subject.utf8))
            let rows = try await pool.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    with linked as (
                        insert into auth.linked_identity (linked_identity_id, provider, subject, person_id)
                        select gen_random_uuid(), \(provider), \(subject), person_id from auth.person
                        where login = \(login)
                            and exists (select from auth.appointment held where held.person_id = person.person_id)
                        returning linked_identity_id, person_id
                    )
                    select ledger.record_operator(held.district, gen_random_uuid(), 'people.link_identity', 'person',
                        linked.person_id, jsonb_build_object('identity', linked.linked_identity_id,
                            'provider', \(provider)::text, 'subject', \(digest)::text))
                    from linked join (select distinct district, person_id from auth.appointment) held using (person_id)
                    """
                ])
            }
            await pool.close()
            guard let linked = rows.first, linked.count > 0 else {
                throw ValidationError("\(login) 不是已登记的任职人员 · \(login) is nobody who is appointed")
            }
            print("identity: linked to \(login)")
        }
    }
}
