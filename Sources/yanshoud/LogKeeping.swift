import PQ
import Sealing

/// Keeps the log beside the service, until it is ended.
struct LogKeeping {
    private let pool: Pool
    private let work: Task<Void, Never>

    /// Begins, with a connection of the role `yanshou_sealer`.
    init(_ url: String) {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-sealer")
        self.pool = pool
        work = Task { await Sealer(pool).run { Ground.note($0) } }
    }

    func end() async {
        work.cancel()
        await work.value
        await pool.close()
    }
}
