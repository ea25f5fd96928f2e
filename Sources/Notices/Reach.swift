import Glibc

/// Which addresses outside the product may be reached (可达范围): none but those that its operator named.
///
/// Asked of the address that a connection is really made to, so that a name which answers with another one at the
/// second look gains nothing.
package struct Reach: Sendable, Hashable {
    /// A network by its first bytes.
    struct Network: Sendable, Hashable {
        let bytes: [UInt8]
        let bits: Int

        /// Reads `10.2.0.0/16`, `fd00::/8`, or one address.
        init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count <= 2, let bytes = Reach.address(parts[0]) else { return nil }
            guard let bits = parts.count == 2 ? Int(parts[1]) : bytes.count * 8,
                (0...bytes.count * 8).contains(bits)
            else { return nil }
            self.bytes = bytes
            self.bits = bits
        }

        func holds(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                return address[bit / 8] & mask == bytes[bit / 8] & mask
            }
        }
    }

    /// Whether all that is public may be reached.
    private let isPublic: Bool
    private let named: [Network]

    /// Reads what an operator says: `public`, and networks of his own such as `10.2.0.0/16`; nil where one is neither.
    package init?(_ words: [String]) {
        isPublic = words.contains("public")
        var named = [Network]()
        for word in words where word != "public" {
            guard let network = Network(word) else { return nil }
            named.append(network)
        }
        self.named = named
    }

    /// Whether an address may be connected to; without TLS only those that are named.
    package func admits(_ address: [UInt8], isEncrypted: Bool) -> Bool {
        let plain = Reach.plain(address)
        if named.contains(where: { $0.holds(plain) }) { return true }
        return isPublic && isEncrypted && Reach.isPublic(plain)
    }

    /// An IPv4 address where it is written as one of IPv6.
    private static func plain(_ address: [UInt8]) -> [UInt8] {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
        return address.count == 16 && address.starts(with: mapped) ? Array(address.suffix(4)) : address
    }

    /// Whether it is an address of the public network: of IPv4 all but what is set aside, of IPv6 what is given out.
    private static func isPublic(_ address: [UInt8]) -> Bool {
        switch address.count {
        case 4: !setAside.contains { $0.holds(address) }
        case 16: given.contains { $0.holds(address) } && !setAside.contains { $0.holds(address) }
        default: false
        }
    }

    private static let given = ["2000::/3"].compactMap(Network.init)
    /// IANA's registers of special-purpose addresses.
    private static let setAside = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ].compactMap(Network.init)

    /// The bytes of an address that is written out.
    package static func address(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
    }

    /// The bytes of an address as the system connects to it; none of a family that is neither of the two.
    static func address(_ place: UnsafePointer<sockaddr>) -> [UInt8]? {
        let raw = UnsafeRawPointer(place)
        switch Int32(place.pointee.sa_family) {
        case AF_INET:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
        case AF_INET6:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
        default: return nil
        }
    }
}
