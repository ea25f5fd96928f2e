import Harness
import PQ
import Values

/// Bare rows by which something waits for each who takes part in the works.
extension TurnsTests {
    static func rows(_ project: ID) -> [SQL] {
        let engaged = [
            "contractor", "epc", "designer", "surveyor", "supervisor", "agent", "consultant", "cost",
            "auditor",
        ]
        var rows = Seed.engagements(engaged, of: project, under: Seed.id("op:turns"))
        rows += lot(project, "one", "一标段", "works", contract: "contractor")
        rows += lot(project, "two", "二标段", "epc", contract: "epc")
        rows += lot(project, "three", "三标段", "works", isFound: true)
        rows += lot(project, "four", "四标段", "works")
        rows += [exception(project), claim(project), change(project)]
        for (state, login) in [
            ("new", "resident"), ("fix_claimed", "resident"), ("fix_claimed", "volunteer"),
        ] {
            rows.append(issue(project, state, by: login))
        }
        rows += round(project)
        rows.append(
            """
            insert into app.handover (district, handover_id, project_id, kind, receiver_id, state, op_id)
            values (1, \(Seed.id("turns:handover")), \(project), 'gas', \(Seed.id("org:gas")), 'planned',
                \(Seed.id("op:turns")))
            """)
        return rows
    }

    private static func lot(
        _ project: ID, _ name: String, _ title: String, _ category: String, contract: String? = nil,
        isFound: Bool = false
    ) -> [SQL] {
        let (op, lot) = (Seed.id("op:turns"), Seed.id("turns:lot:" + name))
        let (works, parts): (Int64?, Int64?) = category == "epc" ? (100, 0) : (nil, nil)
        let found = contract != nil || isFound ? Seed.id("turns:found:" + name) : nil
        var rows: [SQL] = [
            """
            insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                works_part_fen, goods_part_fen, services_part_fen, planned_method, determination_id, op_id)
            values (1, \(lot), \(project), \(name), \(title), \(category), 100,
                \(works), \(parts), \(parts), 'direct', \(found), \(op))
            """
        ]
        guard let contract else { return rows }
        let id = Seed.id("turns:contract:" + name)
        rows += [
            """
            insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                method, signed_on, amount_fen, op_id)
            values (1, \(id), \(project), \(lot), \(Seed.id("org:" + contract)), \(name), \(title), 'direct',
                '2026-01-20', 100, \(op))
            """,
            """
            insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title,
                unit, quantity_milli, unit_price_fen, op_id)
            values (1, \(Seed.id("turns:line:" + name)), \(project), \(id), \(Seed.id("i")), '01', '排水管', 'm',
                100000, 50000, \(op))
            """,
        ]
        return rows
    }

    private static func exception(_ project: ID) -> SQL {
        """
        insert into app.gate_exception (district, gate_exception_id, project_id, requirement, reason, document_title,
            document_number, asked_by, asked_on, op_id)
        values (1, \(Seed.id("turns:exception")), \(project), 'G00.scope', 'r', '请示', 'n', \(Seed.id("person:street")),
            '2026-03-01', \(Seed.id("op:turns")))
        """
    }

    private static func claim(_ project: ID) -> SQL {
        """
        insert into app.payment_claim (district, payment_claim_id, project_id, contract_id, number, organisation_id,
            claimed_on, amount_fen, state, op_id)
        values (1, \(Seed.id("turns:claim")), \(project), \(Seed.id("turns:contract:one")), 1,
            \(Seed.id("org:contractor")), '2026-03-01', 1, 'submitted', \(Seed.id("op:turns")))
        """
    }

    private static func change(_ project: ID) -> SQL {
        """
        insert into app.change_order (district, change_order_id, project_id, contract_id, number, title, reason,
            applicant_id, applicant_organisation_id, beneficiary_id, cost_fen, days, state, determination_id,
            submitted_on, op_id)
        values (1, \(Seed.id("turns:change")), \(project), \(Seed.id("turns:contract:one")), 'B-1', 't', 'r',
            \(Seed.id("person:contractor")), \(Seed.id("org:contractor")), \(Seed.id("org:contractor")), 1, 1,
            'opinions', \(Seed.id("d")), '2026-03-01', \(Seed.id("op:turns")))
        """
    }

    private static func issue(_ project: ID, _ state: String, by login: String) -> SQL {
        let unit = state == "new" ? nil : Seed.id("org:contractor")
        return """
            insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                reporter_kind, reporter_id, edition, filed_on, state, severity, triaged_by,
                assignee_organisation_id, claimed_by, fix_note, op_id)
            values (1, \(Seed.id("turns:issue:\(state):\(login)")), \(project), 'leak', '3 幢', '漏水', sha256('salt'),
                \(login), \(Seed.id("person:" + login)), 'e', '2026-03-01', \(state), 'S3',
                \(Seed.id("person:community")), \(unit), \(Seed.id("person:contractor")), '已修',
                \(Seed.id("op:turns")))
            """
    }

    /// A round that was called, whose seats are empty and whose dossier is not frozen.
    private static func round(_ project: ID) -> [SQL] {
        let op = Seed.id("op:turns")
        let round: SQL = """
            insert into app.acceptance_round (district, acceptance_round_id, project_id, number, event_on, place,
                notice_on, notice_number, edition, notice_workdays, mode, op_id)
            values (1, \(Seed.id("turns:round")), \(project), 1, '2026-03-20', '社区', '2026-03-02', 'n1', 'e', 7,
                'traditional', \(op))
            """
        var rows = [round]
        for role in ["surveyor", "designer", "contractor"] {
            rows.append(
                """
                insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat,
                    role, mandatory, needs_key, op_id)
                values (1, \(Seed.id("turns:seat:" + role)), \(Seed.id("turns:round")), \(project), \(role), \(role),
                    true, false, \(op))
                """)
        }
        return rows
    }
}
