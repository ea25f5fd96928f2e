package import PQ
import Policy
import Synchronization
package import Values
package import Web

/// Whose turn it is in each open project (轮到谁), by the rules that the steps themselves ask.
///
/// Facts are asked of many projects in one statement, and what was judged of a project is kept for its day until an event
/// of the project, or of no project, is written: nothing changes without one.
package final class Turns: Sendable {
    private let desk: Desk
    private let offers: [ProjectOffers]
    private let kept = Mutex<[Key: [ID: Kept]]>([:])
    /// How many projects' turns are kept; beyond it all are let go, and judged again as they are asked for.
    private static let most = 20_000
    /// How many projects one statement asks for.
    private static let batch = 200

    /// Whose eyes the facts were read with: row security shows each unit its own.
    private struct Key: Hashable {
        let district: Int32
        let role: Role
        let unit: ID

        init(_ actor: Actor) {
            district = actor.district
            role = actor.role
            unit = actor.organisation
        }
    }

    private struct Kept {
        let state: String
        let edition: String
        let day: BusinessDay
        let offers: [Offer]
        let waiting: [Waiting]
        /// The oldest transaction that what was judged may not have seen.
        var horizon: UInt64
    }

    /// An open project in which the reader takes part today.
    package struct Project: Sendable, Hashable {
        package let id: ID
        package let name: String
        package let state: String
        /// What its construction unit is called.
        package let constructionUnit: String
        let edition: String
    }

    /// A project with the steps that are somebody's turn, open or with what they wait for.
    package struct Standing: Sendable {
        package let project: Project
        package let offers: [Offer]
        /// What waits for whom, one for each step that is open and each reason that one is not.
        package let waiting: [Waiting]
    }

    package init(_ desk: Desk, _ offers: [ProjectOffers]) {
        self.desk = desk
        self.offers = offers
    }

    /// Reads statements as the signed-in actor, together with whose turn it is in each of his open projects.
    ///
    /// One round trip where nothing has changed since he last asked, two where something has.
    package func read(
        _ request: Request, _ statements: [SQL]
    ) async throws -> (Actor, [Rows], [Standing]) {
        let today = desk.clock.now.day
        let expected = desk.present(request).map(Key.init)
        let since = expected.flatMap { key in
            kept.withLock { $0[key]?.values.filter { $0.day == today }.map(\.horizon).min() }
        }
        var asked = [Turns.horizon, Turns.projects]
        if let since { asked.append(Turns.changed(since: since)) }
        let (actor, rows) = try await desk.read(request, asked + statements)
        let horizon = UInt64(try rows[0].one().text("horizon")) ?? 0
        let projects = try rows[1].map(Project.init)
        let key = Key(actor)
        var (changed, isAll) = (Set<ID>(), since == nil || key != expected)
        if since != nil {
            for row in rows[2] {
                if let project = try row.optionalID("project_id") {
                    changed.insert(project)
                } else {
                    isAll = true
                }
            }
        }
        var standing = isAll ? [:] : reuse(projects, besides: changed, for: key, on: today, horizon)
        let open = projects.filter { standing[$0.id] == nil }
        if !open.isEmpty {
            let judged = try await judge(request, open)
            let new = open.map { project in
                let offers = judged[project.id] ?? []
                return (
                    project.id,
                    Kept(
                        state: project.state, edition: project.edition, day: today, offers: offers,
                        waiting: offers.flatMap { Waiting.all(of: $0, in: project) }, horizon: horizon)
                )
            }
            keep(new, for: key)
            standing.merge(new) { _, new in new }
        }
        let standings = projects.compactMap { project in
            standing[project.id].map { Standing(project: project, offers: $0.offers, waiting: $0.waiting) }
        }
        return (actor, Array(rows.dropFirst(asked.count)), standings)
    }

    /// What was judged today of projects that have not changed since.
    private func reuse(
        _ projects: [Project], besides changed: Set<ID>, for key: Key, on today: BusinessDay,
        _ horizon: UInt64
    ) -> [ID: Kept] {
        kept.withLock { kept in
            var found = [ID: Kept]()
            for project in projects where !changed.contains(project.id) {
                guard var known = kept[key]?[project.id], known.day == today, known.state == project.state,
                    known.edition == project.edition
                else { continue }
                known.horizon = horizon
                kept[key]?[project.id] = known
                found[project.id] = known
            }
            return found
        }
    }

    private func keep(_ judged: [(ID, Kept)], for key: Key) {
        kept.withLock { kept in
            if kept.values.reduce(judged.count, { $0 + $1.count }) > Turns.most { kept = [:] }
            kept[key, default: [:]].merge(judged) { _, new in new }
        }
    }

    /// Judges projects by the rules of the states in which they stand, all of them in one round trip.
    private func judge(_ request: Request, _ projects: [Project]) async throws -> [ID: [Offer]] {
        var asked = [(offers: ProjectOffers, facts: SQL)]()
        for offers in offers {
            let ids = projects.filter { offers.states.contains($0.state) }.map(\.id)
            for start in stride(from: 0, to: ids.count, by: Turns.batch) {
                asked.append(
                    (offers, offers.facts(Array(ids[start..<min(ids.count, start + Turns.batch)]))))
            }
        }
        guard !asked.isEmpty else { return [:] }
        let (_, found) = try await desk.read(request, asked.map { $0.facts }, isWatched: false)
        var judged = [ID: [Offer]]()
        for (index, rows) in found.enumerated() {
            for row in rows {
                let project = try row.id("project_id")
                do {
                    judged[project, default: []] += try asked[index].offers.offers(row, project)
                        .filter { $0.turn != nil }
                } catch let fault as PolicyFault {
                    judged[project, default: []].append(Turns.silence(fault, in: project))
                }
            }
        }
        return judged
    }

    /// A step that nobody can judge, since the packs say nothing of it: the office settles which edition is meant.
    private static func silence(_ fault: PolicyFault, in project: ID) -> Offer {
        let path = "/v1/projects/\(project)"
        return Offer(
            "project.judge", Words("下一步", "the next step"), "GET", path,
            .refused([
                Refusal(
                    fault.code, fault.words, source: fault.citation,
                    remedy: Words("改用规定了这一项的政策版次。", "Adopt an edition that says it."),
                    liftedBy: [.renovationOffice])
            ]), turn: .init([.renovationOffice], gate: path))
    }
}

extension Turns {
    private static let horizon: SQL =
        "select pg_snapshot_xmin(pg_current_snapshot())::text as horizon"

    /// Whoever came by a link or a report has his one thing, and no project's way.
    private static let projects: SQL = """
        select project.project_id, project.name, project.state, project.edition, unit.name as construction_unit
        from app.project join auth.organisation unit on unit.organisation_id = project.construction_unit_id
        where project.district = auth.district() and project.state <> 'S23'
            and (select auth.token_kind()) not in ('link', 'reporter')
            and exists (
                select from app.part own
                where own.district = project.district and own.project_id = project.project_id
                    and own.until >= (select auth.today())
            )
        order by project.project_id limit 5000
        """

    /// The projects of which something was written by transactions that a horizon may not have seen; what carries a
    /// later number than any of this server's was restored from another's.
    private static func changed(since horizon: UInt64) -> SQL {
        """
        select distinct project_id from ledger.entry
        where district = auth.district() and written_by >= \(String(horizon))::text::xid8
            and written_by <= pg_snapshot_xmax(pg_current_snapshot())
        """
    }
}

extension Turns.Project {
    fileprivate init(_ row: Row) throws {
        id = try row.id("project_id")
        name = try row.text("name")
        state = try row.text("state")
        edition = try row.text("edition")
        constructionUnit = try row.text("construction_unit")
    }
}
