import Foundation
package import Ledger
import PQ

/// What goes over the signer's socket: one text there, one text back, each ended by its end.
enum Wire {
    static let longest = 64 * 1024
    /// What asks for the signer's public line and for where it stands.
    static let question = "state\n"
    /// How long either side waits for the other, in seconds.
    static let patience = 10

    static func address(_ path: String) throws -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw LogFault("\(path): 套接字路径过长 · too long for a socket")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }

    static func with<Value>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Value
    ) throws -> Value {
        var address = try address(path)
        return try withUnsafePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    static func make() throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw LogFault("socket: \(String(cString: strerror(errno)))") }
        limit(descriptor)
        return descriptor
    }

    static func limit(_ descriptor: Int32) {
        var time = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Everything until the other side's end; nil where that does not come, or it is too long.
    static func read(_ descriptor: Int32) -> String? {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &part, part.count, 0)
            if count == 0 { return String(bytes: bytes, encoding: .utf8) }
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count + count <= longest else { return nil }
            bytes += part[..<count]
        }
    }

    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// The signer as a process of its own (签名进程): it alone reads the key, and signs what continues its last signature.
package final class SignerServer {
    private var signer: LogSigner<StateFile>
    private let key: NoteSigner
    private let listening: Int32
    private let lock: Int32
    private let path: String

    /// Takes the files and listens.
    /// - Throws: `LogFault` where a file cannot be read, another signer holds the state, or there is no such place.
    package init(key keyPath: String, state: String, socket path: String) throws {
        lock = open(state + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw LogFault("\(state) 已有签名进程 · another signer holds it")
        }
        key = try KeyFiles.read(keyPath)
        let memory = StateFile(path: state)
        do { signer = try LogSigner(key, last: memory.last(), memory: memory) } catch is SignerRefusal {
            throw LogFault("\(state) 属于另一日志 · is another log's")
        }
        self.path = path
        listening = try Wire.make()
        unlink(path)
        let isBound = try Wire.with(path) { bind(listening, $0, $1) } == 0
        // Whoever may enter its folder may ask: it signs nothing but what continues.
        guard isBound, chmod(path, 0o660) == 0, listen(listening, 16) == 0 else {
            throw LogFault("\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        close(listening)
        unlink(path)
        close(lock)
    }

    /// Answers one after the other, until told that it is over; looks a few times a second.
    package func run(until isOver: () -> Bool) {
        while !isOver() {
            var place = pollfd(fd: listening, events: Int16(POLLIN), revents: 0)
            guard poll(&place, 1, 200) > 0 else { continue }
            let caller = accept(listening, nil, nil)
            guard caller >= 0 else { continue }
            _ = fcntl(caller, F_SETFD, FD_CLOEXEC)
            Wire.limit(caller)
            if let text = Wire.read(caller) { _ = Wire.write(answer(text), to: caller) }
            close(caller)
        }
    }

    func answer(_ text: String) -> String {
        if text == Wire.question { return "\(key.verifier)\n\(signer.last.size)\n" }
        guard let request = HeadRequest(text: text), let head = Checkpoint(text: request.head),
            head.origin == key.verifier.name, head.text == request.head
        else { return "refused malformed \(signer.last.size)\n" }
        do {
            FaultPoint.signerAsked.reach()
            let note = try signer.sign(
                size: head.size, root: head.root, from: request.old, proof: request.proof)
            FaultPoint.signerKept.reach()
            return "signed\n" + note
        } catch let refusal as SignerRefusal {
            return "refused \(refusal.code) \(signer.last.size)\n"
        } catch {
            return "refused unwritten \(signer.last.size)\n"
        }
    }
}

/// The signer, asked over its socket.
package struct SignerClient: Sendable {
    private let path: String

    package init(_ path: String) { self.path = path }

    /// Its public line, and the size of the last head that it signed.
    package func state() async throws -> (verifier: NoteVerifier, size: Int) {
        let lines = try await ask(Wire.question).split(separator: "\n")
        guard lines.count == 2, let verifier = NoteVerifier(line: lines[0]), let size = Int(lines[1]) else {
            throw LogFault("\(path): 应答无法识别 · answers what is no signer's")
        }
        return (verifier, size)
    }

    /// A head as a signed note.
    /// - Throws: `SignerRefusal`, or `LogFault` where no signer answers.
    package func sign(_ request: HeadRequest) async throws -> String {
        let answer = try await ask(request.text)
        if answer.hasPrefix("signed\n") { return String(answer.dropFirst(7)) }
        let words = answer.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == "refused", let own = Int(words[2]),
            let refusal = SignerRefusal(code: words[1], own: own)
        else { throw LogFault("签名进程未签名 · the signer did not sign: \(answer.prefix(200))") }
        throw refusal
    }

    private func ask(_ text: String) async throws -> String {
        let path = path
        return try await withCheckedThrowingContinuation { continuation in
            // The socket's calls wait: not on a thread that others' tasks need.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try SignerClient.ask(text, at: path) })
            }
        }
    }

    private static func ask(_ text: String, at path: String) throws -> String {
        let descriptor = try Wire.make()
        defer { close(descriptor) }
        guard try Wire.with(path, { connect(descriptor, $0, $1) }) == 0 else {
            throw LogFault("\(path): 签名进程无应答 · no signer answers: \(String(cString: strerror(errno)))")
        }
        guard Wire.write(text, to: descriptor), shutdown(descriptor, Int32(SHUT_WR)) == 0,
            let answer = Wire.read(descriptor)
        else { throw LogFault("\(path): 签名进程无应答 · no signer answers") }
        return answer
    }
}
