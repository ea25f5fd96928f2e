/// Where a site listens: `http://host:port`, or `unix:/path` for one on the same machine.
package enum SiteAddress: Sendable, Hashable, CustomStringConvertible {
    case tcp(host: String, port: Int)
    case socket(path: String)

    package init(_ text: String) throws(InputMistake) {
        if text.hasPrefix("unix:/") {
            self = .socket(path: String(text.dropFirst(5)))
            return
        }
        guard !text.hasPrefix("https://") else {
            throw InputMistake(
                "https_not_yet", "本程序尚不能用 https，请经本机的 TLS 转发使用 http",
                "this program cannot speak https yet; use http through a TLS tunnel on this machine")
        }
        guard text.hasPrefix("http://") else { throw SiteAddress.mistake }
        var rest = text.dropFirst(7)
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var port = 80
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65535).contains(number) else {
                throw SiteAddress.mistake
            }
            port = number
            rest = rest[..<colon]
        }
        if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
        guard !rest.isEmpty,
            rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:_".contains($0)) })
        else { throw SiteAddress.mistake }
        self = .tcp(host: String(rest), port: port)
    }

    private static var mistake: InputMistake {
        InputMistake(
            "site_address", "系统地址应为 http://主机:端口 或 unix:/路径",
            "the site's address must be http://host:port or unix:/path")
    }

    package var description: String {
        switch self {
        case .tcp(let host, let port): "http://\(SiteAddress.bracketed(host)):\(port)"
        case .socket(let path): "unix:\(path)"
        }
    }

    /// Whether a token sent there could be read on the way.
    package var isInClear: Bool {
        guard case .tcp(let host, _) = self else { return false }
        return !(host == "localhost" || host == "::1" || host.hasPrefix("127."))
    }

    var hostHeader: String {
        switch self {
        case .tcp(let host, 80): SiteAddress.bracketed(host)
        case .tcp(let host, let port): "\(SiteAddress.bracketed(host)):\(port)"
        case .socket: "localhost"
        }
    }

    private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
