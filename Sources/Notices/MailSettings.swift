import Foundation
package import Values

/// By which server mail is sent, and as whom (邮件设置): from a file, since what stands in a command line is seen by all.
package struct MailSettings: Sendable, Hashable {
    /// How the way to the server is encrypted.
    package enum Encryption: String, Sendable, Hashable, Decodable {
        /// Plain at first, and then encrypted, or nothing is sent.
        case starttls
        /// Encrypted from the first byte.
        case tls
        /// Not at all: for a server on the same machine.
        case none
    }

    package let host: String
    package let port: Int
    package let encryption: Encryption
    package let from: String
    package let name: String
    package let user: String?
    package let password: String?
    /// A file with the certificates that the server's is judged by; without it the system's.
    package let authorities: String?
    /// Where people reach the product: what links in a mail begin with.
    package let links: String

    private struct Written: Decodable {
        let host: String
        let port: Int?
        let encryption: Encryption?
        let from: String
        let name: String?
        let user: String?
        let password: String?
        let authorities: String?
        let links: String
    }

    /// What is wrong with a file of settings.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// Reads a file of JSON; one that holds a password and that others may read is refused.
    package init(file: String) throws {
        let bytes: Data
        let mode: Int
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let found = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
            mode = found?.intValue ?? 0o777
        } catch { throw Fault(description: "\(file): 无法读取 cannot be read") }
        let written: Written
        do { written = try JSONDecoder().decode(Written.self, from: bytes) } catch {
            throw Fault(
                description: """
                    \(file): 应为 JSON，须有 host、from、links，可有 port、encryption（starttls、tls、none）、name、user、password、\
                    authorities · is JSON with host, from and links, and may have port, encryption, name, user, password, authorities
                    """)
        }
        if written.password != nil, mode & 0o077 != 0 {
            throw Fault(description: "\(file): 含口令，只能由其所有者读取 holds a password: chmod 600")
        }
        try self.init(written)
    }

    private init(_ written: Written) throws {
        host = written.host
        encryption = written.encryption ?? .starttls
        port = written.port ?? (encryption == .tls ? 465 : encryption == .none ? 25 : 587)
        from = written.from
        name = written.name ?? "验收平台"
        user = written.user
        password = written.password
        authorities = written.authorities
        links = written.links.hasSuffix("/") ? String(written.links.dropLast()) : written.links
        let isHost =
            !host.isEmpty
            && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) }
        guard isHost, (1...65535).contains(port), MailSettings.isAddress(from) else {
            throw Fault(
                description: "host、port 或 from 不像 a host, a port or an address that cannot be right")
        }
        guard links.hasPrefix("https://") || links.hasPrefix("http://"),
            !links.contains(where: \.isWhitespace)
        else { throw Fault(description: "links 应为 https://… 的地址 links is an address such as https://…") }
        guard user == nil || encryption != .none || host == "127.0.0.1" || host == "localhost" else {
            throw Fault(
                description: "口令不经未加密的连接发送 a password is sent by no connection that is not encrypted")
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._%+-".contains($0)) }
            }
    }

    /// The domain that the names of messages end with.
    var domain: String { String(from.split(separator: "@").last ?? "localhost") }
}
