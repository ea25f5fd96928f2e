import Foundation
package import Ledger

/// Why the log's key, its state or its socket cannot be used, in words for whoever keeps the machine.
package struct LogFault: Error, CustomStringConvertible, Sendable {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// The files of the log's signer: the key, and beside it where the signer stands.
package enum KeyFiles {
    /// Makes a key, and the state of an empty log.
    /// - Throws: `LogFault` where the name is none, or one of the files is there already.
    package static func make(_ name: String, key: String, state: String) throws -> NoteVerifier {
        guard let signer = NoteSigner.make(name: name) else {
            throw LogFault("日志名称不能有空格和加号 · a log's name has no space and no plus: \(name)")
        }
        for path in [key, state] where FileManager.default.fileExists(atPath: path) {
            throw LogFault("\(path) 已存在 · is there already")
        }
        let empty = Checkpoint(origin: name, size: 0, root: Digest.sha256([]))
        // The state first: a key without its state signs nothing.
        try StateFile(path: state).keep(empty)
        try DurableFile.write(signer.file, to: key)
        return signer.verifier
    }

    /// What stands in the key's file.
    package static func read(_ path: String) throws -> NoteSigner {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let key = NoteSigner(file: text)
        else { throw LogFault("\(path) 不是日志密钥 · holds no key of a log") }
        return key
    }

    /// Lets a signer whose state was lost go on from a head that it signed: the latest that anybody holds.
    /// - Throws: `LogFault` where the key did not sign it, or the state is of a later one.
    package static func resume(_ note: String, key: String, state: String) throws -> Checkpoint {
        let signer = try read(key)
        guard let head = signer.verifier.checkpoint(of: note) else {
            throw LogFault("该检查点不是本日志密钥所签 · this head was not signed by the log's key")
        }
        if FileManager.default.fileExists(atPath: state) {
            let last = try StateFile(path: state).last()
            guard head.size > last.size else {
                throw LogFault("\(state) 已到 \(last.size) · stands at \(last.size) already")
            }
        }
        try StateFile(path: state).keep(head)
        return head
    }
}

/// The signer's memory: the last head that it signed, as text.
package struct StateFile: SignerMemory {
    package let path: String

    package init(path: String) { self.path = path }

    package func keep(_ checkpoint: Checkpoint) throws { try DurableFile.write(checkpoint.text, to: path) }

    /// - Throws: `LogFault` where it cannot be read; it is never taken for an empty one.
    package func last() throws -> Checkpoint {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let checkpoint = Checkpoint(text: text)
        else {
            throw LogFault(
                "\(path) 无法读取，不予签名；用 yanshoud ledger key resume 从最近签过的检查点继续 · cannot be read, and nothing is "
                    + "signed without it: yanshoud ledger key resume goes on from the latest head that was signed"
            )
        }
        return checkpoint
    }
}

/// Files that are whole after a fall of power, and readable for their owner alone.
package enum DurableFile {
    package static func write(_ text: String, to path: String) throws {
        let fresh = path + ".new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault(fresh) }
        let bytes = Array(text.utf8)
        let isKept = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        guard close(file) == 0, isKept, rename(fresh, path) == 0 else { throw fault(path) }
        // The folder's own entry of it, too.
        let place = (path as NSString).deletingLastPathComponent
        let folder = open(place.isEmpty ? "." : place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw fault(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw fault(path) }
    }

    private static func fault(_ path: String) -> LogFault {
        LogFault("\(path): \(String(cString: strerror(errno)))")
    }
}
