import Dispatch
import Foundation
package import Values

/// What a server answered to one request over a plain socket.
package struct HTTPAnswer: Sendable, Hashable {
    package let status: Int
    package let headers: [String: String]
    package let body: [UInt8]
    /// What it gives a browser to keep, each as it was written.
    package let cookies: [String]

    package init(status: Int, headers: [String: String], body: [UInt8], cookies: [String] = []) {
        self.status = status
        self.headers = headers
        self.body = body
        self.cookies = cookies
    }

    package var json: JSON? { try? JSONDecoder().decode(JSON.self, from: Data(body)) }

    package var refusalCodes: [String] {
        json?["refusals"]?.list?.compactMap { $0["code"]?.text } ?? []
    }

    /// No whole answer came: whether the request had an effect is not known.
    package struct None: Error, CustomStringConvertible {
        package let description: String

        package init(description: String) {
            self.description = description
        }
    }

    private static let queue = DispatchQueue(label: "http calls", attributes: .concurrent)

    /// Asks a server of this machine, off the threads that tasks run on.
    package static func to(
        _ method: String, _ path: String, port: Int, headers: [String: String] = [:], body: [UInt8]? = nil,
        within seconds: Int = 20
    ) async throws -> HTTPAnswer {
        var head = "\(method) \(path) HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\nconnection: close\r\n"
        head += "accept: application/json\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if body != nil, headers["content-type"] == nil { head += "content-type: application/json\r\n" }
        if let body { head += "content-length: \(body.count)\r\n" }
        if body == nil, method != "GET" { head += "content-length: 0\r\n" }
        let request = Array((head + "\r\n").utf8) + (body ?? [])
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try ask(request, port: port, seconds: seconds) })
            }
        }
    }

    private static func ask(_ request: [UInt8], port: Int, seconds: Int) throws -> HTTPAnswer {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw None(description: "no socket") }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw None(description: "not connected") }
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw None(description: "not sent") }
            sent += count
        }
        var received = [UInt8]()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else {
                throw None(description: "the answer broke off after \(received.count) bytes")
            }
            received += buffer[..<count]
            if let answer = parse(received) { return answer }
        }
    }

    /// The answer, once all of it is there.
    private static func parse(_ bytes: [UInt8]) -> HTTPAnswer? {
        let end = Array("\r\n\r\n".utf8)
        guard let split = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: bytes[..<split], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        var cookies: [String] = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let (name, value) = (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
            headers[name] = value
            if name == "set-cookie" { cookies.append(value) }
        }
        let body = Array(bytes[(split + 4)...])
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let length = headers["content-length"].flatMap({ Int($0) }), body.count >= length
        else { return nil }
        return HTTPAnswer(
            status: status, headers: headers, body: Array(body.prefix(length)), cookies: cookies)
    }
}
