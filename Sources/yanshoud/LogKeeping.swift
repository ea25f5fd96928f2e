import Cluster
import Foundation
import Ledger
import PQ
import Sealing

/// Keeps the log beside the service, until it is ended: seals, and has the heads signed where there is a signer.
struct LogKeeping {
    private let pool: Pool
    private let work: Task<Void, Never>

    /// Begins, with a connection of the role `yanshou_sealer` and the path of a signer's socket.
    init(_ url: String, signer: String?) {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-sealer")
        self.pool = pool
        work = Task {
            await Sealer(pool).run(signer: signer.map { SignerClient($0) }) { Ground.note($0) }
        }
    }

    func end() async {
        work.cancel()
        await work.value
        await pool.close()
    }
}

/// The signer of a private cluster's log: its files, made at the first start, and its process, started anew where it ends.
struct LogSigning {
    /// The key, in the state folder and in a backup.
    static let key = "log_key"
    /// The last head that was signed.
    static let state = "log_state"
    /// The public line, for whoever verifies.
    static let verifier = "log_vkey"

    let socket: String
    private let work: Task<Void, Never>

    init(_ cluster: PrivateCluster) throws {
        let folder = cluster.state
        try LogSigning.prepare(folder)
        let socket = cluster.sockets + "/signer"
        self.socket = socket
        work = Task { await LogSigning.keep(folder, socket) }
    }

    func end() async {
        work.cancel()
        await work.value
    }

    private static func prepare(_ folder: String) throws {
        let (key, state) = (folder + "/" + key, folder + "/" + state)
        let files = FileManager.default
        if !files.fileExists(atPath: key) {
            // A fall between the two leaves a state of nothing, which is made again.
            if let last = try? StateFile(path: state).last(), last.size == 0 {
                try files.removeItem(atPath: state)
            }
            _ = try KeyFiles.make("yanshou/" + hexadecimal(Chance.bytes(8)), key: key, state: state)
        }
        try DurableFile.write("\(try KeyFiles.read(key).verifier)\n", to: folder + "/" + verifier)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func keep(_ folder: String, _ socket: String) async {
        let arguments = [
            "signer", "--key", folder + "/" + key, "--state", folder + "/" + state, "--socket", socket,
            "--until-input-ends",
        ]
        var pause = Duration.seconds(1)
        while !Task.isCancelled {
            do {
                let child = try ChildProgram(arguments)
                let began = ContinuousClock.now
                while !Task.isCancelled, child.isRunning() { try? await Task.sleep(for: .milliseconds(200)) }
                if Task.isCancelled { return await child.end() }
                child.forget()
                if ContinuousClock.now - began > .seconds(60) { pause = .seconds(1) }
            } catch { Ground.note("签名进程 signer: \(error)") }
            Ground.note("签名进程已退出，\(pause) 后重启 · the signer ended, and is started again")
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(60))
        }
    }
}
