import Ledger
package import PQ
import Values
package import Web

extension Desk {
    /// Does all that `act` would do where nothing is there yet, up to its commit, and takes it back (试运行).
    ///
    /// What the rules and the database refuse it refuses in the same words; nothing stays: no row, no event, no key.
    /// Gives what would have been written.
    package func rehearse<Facts: Decodable & Sendable>(
        _ request: Request, _ verb: String, subject: Subject, facts: SQL, as type: Facts.Type,
        decide: @Sendable (Facts, Sitting) throws -> Ruling
    ) async throws {
        let now = clock.now
        do {
            try await pool.transaction { transaction in
                let opening = try await transaction.send([enter(request), facts])
                let (actor, scope) = try admitted(opening[0], request)
                let sitting = Sitting(
                    actor: actor, scope: scope, now: now, op: Identity.make(at: now), shelf: shelf,
                    ifMatch: request.matchedTags)
                try sitting.matchIfSent(version: nil)
                let found = try opening[1].one().decode(Facts.self, opening[1].columns[0].name)
                let write: Write
                switch try decide(found, sitting) {
                case .problem(let problem): throw problem
                case .refused(let refusals), .refusedAndFiled(let refusals, _):
                    throw Problems.refused(refusals)
                case .done(let done): write = done
                }
                let entry = try Entry(
                    id: sitting.op, type: verb, subject: .init(kind: subject.kind, id: subject.id),
                    project: write.project, at: now, operation: Chance.bytes(32), body: write.body,
                    signOff: write.signOff, rule: sitting.trace.json)
                // What is looked at when a transaction commits is looked at here; its end takes everything back.
                _ = try await transaction.send(
                    [entry.recording] + write.statements + ["set constraints all immediate"])
            }
        } catch let error as PQError {
            throw problem(of: error)
        }
    }
}
