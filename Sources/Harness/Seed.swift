package import Ledger
package import PQ
package import Values

/// Small builders of the scene that tests play in: Lucheng, its units, its people.
package enum Seed {
    package static let today = BusinessDay(iso: "2026-03-02") ?? BusinessDay(daysSince2000: 0)
    package static let district: Int32 = 1
    package static let otherDistrict: Int32 = 2

    /// A stable id for a name, so that tests read as names.
    package static func id(_ name: String) -> ID {
        let digest = Digest.sha256(Array(name.utf8))
        return ID(bytes: digest.prefix(16)) ?? ID(high: 0, low: 1)
    }

    /// The token of a person of the roster.
    package static func token(_ login: String) -> String { "ys_test_\(login)" }

    package struct Person: Sendable {
        package let login: String
        package let organisation: String
        package let role: Role
        package var district: Int32 = Seed.district
    }

    /// Every role of the walk, one person each; two where four eyes are needed.
    package static let people: [Person] = [
        Person(login: "street", organisation: "street", role: .constructionUnit),
        Person(login: "street2", organisation: "street", role: .constructionUnit),
        Person(login: "community", organisation: "community", role: .community),
        Person(login: "owners", organisation: "owners", role: .ownersBody),
        Person(login: "office", organisation: "office", role: .renovationOffice),
        Person(login: "office2", organisation: "office", role: .renovationOffice),
        Person(login: "group", organisation: "office", role: .leadingGroup),
        Person(login: "contractor", organisation: "contractor", role: .contractor),
        Person(login: "contractor2", organisation: "contractor2", role: .contractor),
        Person(login: "epc", organisation: "epc", role: .epcContractor),
        Person(login: "designer", organisation: "designer", role: .designer),
        Person(login: "surveyor", organisation: "surveyor", role: .surveyor),
        Person(login: "supervisor", organisation: "supervisor", role: .supervisor),
        Person(login: "agent", organisation: "agent", role: .agentConstruction),
        Person(login: "consultant", organisation: "consultant", role: .wholeProcessConsultant),
        Person(login: "cost", organisation: "cost", role: .costConsultant),
        Person(login: "auditor", organisation: "auditor", role: .trackingAuditor),
        Person(login: "volunteer", organisation: "owners", role: .volunteerSupervisor),
        Person(login: "resident", organisation: "owners", role: .resident),
        Person(login: "water", organisation: "water", role: .utility),
        Person(login: "power", organisation: "power", role: .utility),
        Person(login: "gas", organisation: "gas", role: .utility),
        Person(login: "finance", organisation: "finance", role: .financeBureau),
        Person(login: "stranger", organisation: "stranger", role: .constructionUnit, district: otherDistrict),
        Person(login: "leader", organisation: "government", role: .leadingGroup),
        Person(login: "development", organisation: "development", role: .renovationOffice),
    ]

    /// A credit code with a right check character for the n-th unit.
    package static func creditCode(_ number: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        let digits = String(number)
        let body = "91330302MA2" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        var sum = 0
        for (character, weight) in zip(body, weights) {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
        }
        return body + String(alphabet[(31 - sum % 31) % 31])
    }

    /// Rows that name the bodies of a project's community: the committee `community`, the owners' body `owners`.
    package static func bodies(of project: ID, under op: ID) -> SQL {
        """
        insert into app.community_body (district, community_body_id, project_id, organisation_id, role, valid_from,
            op_id)
        values (1, \(id("body:community:\(project)")), \(project), \(id("org:community")), 'community', '2020-01-01',
            \(op)),
            (1, \(id("body:owners:\(project)")), \(project), \(id("org:owners")), 'owners_body', '2020-01-01', \(op))
        """
    }

    /// Rows by which the units of these people take part in a project, each in its person's role.
    package static func engagements(_ logins: [String], of project: ID, under op: ID) -> [SQL] {
        people.filter { logins.contains($0.login) }.map { person in
            """
            insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from, op_id)
            values (1, \(id("engaged:\(person.login):\(project)")), \(project), \(id("org:" + person.organisation)),
                \(person.role.rawValue), '2026-01-05', \(op))
            """
        }
    }

    /// Rows by which every line of a project's bills is done, approved and reported, past every guard.
    package static func completed(_ project: ID, under op: ID) -> [SQL] {
        [
            """
            insert into app.daily_log (district, daily_log_id, project_id, contract_id, section, organisation_id, kind,
                logged_on, state, headcount, weather, written_by, written_on, edition, lock_days, late, decided_by,
                decided_organisation_id, decided_on, op_id)
            select 1, contract_id, project_id, contract_id, '全部', contractor_id, 'construction', '2026-02-20',
                'approved', 9, '晴', \(id("person:contractor")), '2026-02-20', edition, 2, false,
                \(id("person:supervisor")), \(id("org:supervisor")), '2026-02-20', \(op)
            from app.contract join app.project using (district, project_id) where project_id = \(project)
            """,
            """
            insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id, quantity_milli,
                op_id)
            select 1, contract_id, 1, bill_line_id, project_id, quantity_milli, \(op)
            from app.bill_line where project_id = \(project)
            """,
            """
            insert into app.completion_report (district, contract_id, project_id, organisation_id, reported_by,
                reported_on, op_id)
            select 1, contract_id, project_id, contractor_id, \(id("person:contractor")), '2026-02-20', \(op)
            from app.contract where project_id = \(project)
            """,
        ]
    }

    /// Kinds of things that only tests have events of.
    static let subjects: [SQL] = [
        "insert into ledger.subject_kind (kind) values ('test'), ('raw'), ('thing'), ('closing'), ('warranty')"
    ]

    /// Binds what the roster put in past every command to an event, as a replay would; an older state has no such thing.
    static let bound: SQL = """
        do $$
        begin
            if to_regprocedure('ledger.begin_rows()') is not null then
                delete from ledger.cover where table_name like 'auth.%';
                perform ledger.begin_rows();
            end if;
        end
        $$
        """

    /// Gives the first district of the tests another code, for journeys by another place's rules.
    package static func lies(in place: String) -> SQL {
        "insert into auth.division_code (district, code, valid_from) values (1, \(place), '1990-01-01') on conflict do nothing"
    }

    static func roster(registering: Bool = true) -> [SQL] {
        let places: [SQL] = [
            "insert into auth.district (district, name) values (1, '鹿城区'), (2, '瓯海区')",
            """
            insert into auth.division_code (district, code, valid_from)
            values (1, '330302', '2000-01-01'), (2, '330304', '2000-01-01')
            """,
        ]
        // Both utilities of the tests run every kind; a test that needs one who does not says so.
        let register: SQL = """
            update auth.organisation set facilities = array['water', 'power', 'gas', 'heat', 'telecom', 'catv']
            where organisation_id in (\(id("org:gas")), \(id("org:water")))
            """
        return places + enrol(people) + (registering ? [register] + bodies : [])
    }

    /// Which of the units that share a role is the body of the district, as the keeper of the register says it.
    package static let bodies: [SQL] = [
        """
        insert into app.district_body (district, body, organisation_id, valid_from, op_id)
        select 1, body, \(id("org:office")), '2020-01-01', \(id("bodies"))
        from unnest(array['renovation_office', 'leading_group']) body
        """,
        // Under a subject of its own: the machine's day is not the tests'.
        "select ledger.record_operator(1, \(id("bodies")), 'people.import', 'district', \(id("bodies")), '{}')",
    ]

    /// Lets every role write a table, so that what refuses is a guard behind the list of who writes what.
    package static func opened(_ table: String) -> [SQL] {
        [
            SQL(unescaped: "grant insert on \(table) to yanshou_service"),
            SQL(unescaped: "drop policy if exists writer_may_insert on \(table)"),
            SQL(unescaped: "drop policy if exists writer_may_update on \(table)"),
        ]
    }

    /// The units, persons, appointments and tokens of people, with credit codes numbered from a number on.
    static func enrol(_ people: [Person], after number: Int = 0) -> [SQL] {
        var statements = [SQL]()
        var known: Set<String> = []
        let kinds = ["owners": "owners_body", "community": "community"]
        for person in people where known.insert(person.organisation).inserted {
            let kind = kinds[person.organisation] ?? "company"
            statements.append(
                """
                insert into auth.organisation (organisation_id, credit_code, name, kind)
                values (\(id("org:" + person.organisation)), \(creditCode(number + known.count)), \(person.organisation),
                    \(kind))
                """)
        }
        for person in people {
            statements.append(
                """
                insert into auth.person (person_id, name, login)
                values (\(id("person:" + person.login)), \(person.login), \(person.login))
                """)
            statements.append(
                """
                insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, valid_from)
                values (\(person.district), \(id("appointment:" + person.login)), \(id("person:" + person.login)),
                    \(id("org:" + person.organisation)), \(person.role.rawValue), '2020-01-01')
                """)
            statements.append(
                """
                insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
                values (sha256(\(Token.hash(token(person.login)))), 'api', \(person.district),
                    \(id("appointment:" + person.login)), true, 'infinity')
                """)
        }
        return statements
    }
}
