package import PQ

/// Brings events that wait into the log (封存), in the order that they then keep for ever.
///
/// What is sealed, in which order and with which hashes is the database's own doing; who runs this only says when. Any
/// number may run: they queue at the database's lock, and one alone seals at a time.
package struct Sealer: Sendable {
    /// How many are sealed in one transaction.
    package static let batch: Int32 = 5_000
    /// How long the log rests where nothing waits.
    package static let pause = Duration.seconds(1)

    private let pool: Pool

    /// Takes a pool of the role `yanshou_sealer`, or of the database's owner.
    package init(_ pool: Pool) { self.pool = pool }

    /// Seals everything that waits; gives how many.
    /// - Throws: `PQError`; what was sealed before stays sealed.
    package func sealAll() async throws -> Int {
        var count = 0
        while true {
            let sealed = try await pool.transaction { transaction in
                let rows = try await transaction.commit(
                    after: ["select ledger.seal(\(Sealer.batch)) as sealed"])
                return try rows[0].one().int("sealed")
            }
            count += sealed
            if sealed < Int(Sealer.batch) { return count }
        }
    }

    /// Seals again and again until the task is cancelled, and has each new head signed where there is a signer; says each
    /// new reason why it cannot, once.
    package func run(signer: SignerClient?, _ note: @Sendable (String) -> Void) async {
        let keeper = signer.map { HeadKeeper(pool, signer: $0) }
        var trouble: String?
        while !Task.isCancelled {
            do {
                if try await sealAll() > 0 { FaultPoint.logSealed.reach() }
                if try await keeper?.keep() != nil { FaultPoint.logKept.reach() }
                trouble = nil
            } catch {
                let told = "\(error)"
                if told != trouble, !Task.isCancelled { note("日志 log: \(told)") }
                trouble = told
            }
            try? await Task.sleep(for: Sealer.pause)
        }
    }
}
