import Ledger
import PQ
import Values

/// Who is reminded of an open deadline, and before whom it comes (时限阶梯): the steps that a place's packs have under
/// `clock.ladder`, each once for a due day.
enum ClockLadder {
    /// Takes at most so many steps that have come, each with its event, and says how many.
    static func climb(_ most: Int, at moment: Instant, in transaction: Transaction) async throws -> Int {
        let due = try await transaction.send(
            "select * from app.rungs_to_take(auth.district(), \(moment.day), \(Int32(most)))")
        var writes = [SQL]()
        for row in due {
            let workdays = try row.int32("workdays")
            let roles = try row.decode([String].self, "told")
            let event = try SystemEvent(
                workdays > 0 ? "clock.escalate" : "clock.remind", on: "clock", row, at: moment,
                body: .object([
                    "due_on": .text(try row.day("due_on").description), "key": .text(try row.text("key")),
                    "rule": .text(try row.text("rule")), "rung": .text(try row.text("rung")),
                    "roles": .list(roles.map { .text($0) }),
                ]))
            writes += [
                event.insert,
                """
                insert into app.clock_rung (district, clock_id, rung, due_on, project_id, workdays, roles, reached_on, op_id)
                values (auth.district(), \(try row.id("subject_id")), \(try row.text("rung")), \(try row.day("due_on")),
                    \(event.project), \(workdays), \(roles), \(moment.day), \(event.op))
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return due.count
    }
}

/// Deadlines that follow their calendar (改期): one that was published otherwise moves what is open, with the days that
/// moved it.
enum ClockMoves {
    /// Moves at most so many, each with its event, and says how many.
    static func take(_ most: Int, at moment: Instant, in transaction: Transaction) async throws -> Int {
        let found = try await transaction.send(
            "select * from app.clocks_to_move(auth.district(), \(Int32(most)))")
        var writes = [SQL]()
        for row in found {
            let explanation = try row.decode(JSON.self, "explanation")
            let event = try SystemEvent(
                "clock.moved", on: "clock", row, at: moment,
                body: .object([
                    "key": .text(try row.text("key")), "rule": .text(try row.text("rule")),
                    "explanation": explanation,
                ]))
            writes += [
                event.insert,
                """
                insert into app.clock_move (district, clock_id, number, project_id, from_on, to_on, moved_on, explanation,
                    op_id)
                select auth.district(), \(try row.id("subject_id")), count(*) + 1, \(event.project),
                    \(try row.day("from_on")), \(try row.day("to_on")), \(moment.day), \(explanation), \(event.op)
                from app.clock_move
                where district = auth.district() and clock_id = \(try row.id("subject_id"))
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return found.count
    }
}
