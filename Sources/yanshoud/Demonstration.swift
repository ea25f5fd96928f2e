import Actions
import PQ
import Synchronization
import Values
import Web

/// A clock set by hand, for a demonstration that walks through a year in a minute; it still ticks.
final class SettableClock: BusinessClock {
    private let offset: Mutex<Int64>

    init(startingAt start: Instant) {
        offset = Mutex(start.microseconds - SystemClock().now.microseconds)
    }

    var now: Instant { Instant(microseconds: SystemClock().now.microseconds + offset.withLock { $0 }) }
    var isSimulated: Bool { true }

    func set(to instant: Instant) {
        offset.withLock { $0 = instant.microseconds - SystemClock().now.microseconds }
    }
}

/// A demonstration (演示): its clock stands in the database, so that a restart goes on where it stood.
struct Demonstration: Sendable {
    let clock: SettableClock
    /// The database as its owner, who alone may write the clock's row.
    private let owner: Pool

    /// Begins one, or goes on with the one that has begun.
    ///
    /// Then `start` does not count, and the clock never stands before the last event. A database that holds events of
    /// true time refuses.
    static func begin(at start: Instant, owner: Pool) async throws -> Demonstration {
        let rows = try await owner.transaction { transaction in
            try await transaction.commit(after: ["select auth.begin_demo_clock(\(start)) as now"])
        }
        return Demonstration(clock: SettableClock(startingAt: try rows[0].one().instant("now")), owner: owner)
    }

    /// Sets the database's clock, then this process's.
    func set(to instant: Instant) async throws {
        let rows = try await owner.transaction { transaction in
            try await transaction.commit(after: ["select auth.set_demo_clock(\(instant)) as now"])
        }
        clock.set(to: try rows[0].one().instant("now"))
    }

    /// The clock that a database goes by: the machine's, or a demonstration's as it stands.
    static func clock(of pool: Pool) async throws -> any BusinessClock {
        let row = try await pool.read(
            "select auth.is_demonstration() as is_demonstration, auth.business_now() as now"
        ).one()
        guard try row.bool("is_demonstration") else { return SystemClock() }
        return SettableClock(startingAt: try row.instant("now"))
    }
}

/// The demonstration's clock over HTTP: these routes exist only where the service was started with one.
struct DemoClockRoutes: Sendable {
    let desk: Desk
    let demonstration: Demonstration

    var routes: [Route] {
        [
            Route(
                .post, "/v1/demo/clock", operation: "demo.set_clock",
                summary: Words("设定演示时钟", "Set the demonstration's clock"), access: .anyone, tags: ["demo"],
                body: .object(["now": .instant, "back": .bool], required: ["now"]), effect: .unversioned,
                answers: [200: .open(["now": .instant])],
                needsIdempotencyKey: false, handle: set)
        ]
    }

    /// Set back, the clock would stand before what is recorded already, and nothing could follow it.
    private static func goesForward(from now: Instant) -> Problem {
        Problem(
            422, "demo_clock_goes_forward", Words("演示时钟不往回拨", "the demonstration's clock is not set back"),
            Words(
                "时钟现在是 \(now.local)。往回拨以后，已有记录的事项不能再办理（新记录不能早于旧记录）。"
                    + "确要从头演示另一个项目的，同时传 back: true。",
                "It stands at \(now.local). Set back, nothing can follow what is recorded of a thing already. To begin a walk through another project, send back: true."
            ))
    }

    @Sendable
    private func set(_ request: Request) async throws -> Response {
        struct Draft: Decodable {
            let now: Instant
            let back: Bool?
        }
        let draft = try request.decode(Draft.self)
        // Minutes by which a caller's reckoning may lag behind a clock that ticks.
        if draft.now.microseconds < demonstration.clock.now.microseconds - 300_000_000, draft.back != true {
            throw DemoClockRoutes.goesForward(from: demonstration.clock.now)
        }
        do {
            try await demonstration.set(to: draft.now)
        } catch let error as PQError {
            throw desk.problem(of: error)
        }
        return .json(200, .object(["now": .text(demonstration.clock.now.local)]))
    }
}
