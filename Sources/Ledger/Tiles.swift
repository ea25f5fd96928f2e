/// A tile's place in a log (C2SP tlog-tiles): 256 hashes of a level, or the first of them.
package struct TilePlace: Hashable, Sendable {
    /// How many hashes a whole tile has.
    package static let whole = 256

    package let level: Int
    package let number: Int
    /// From 1 to 256.
    package let width: Int

    package init(level: Int, number: Int, width: Int) {
        self.level = level
        self.number = number
        self.width = width
    }

    /// Reads what follows `tile/`: `0/x001/x234/067` or `0/000.p/5`, in its one spelling.
    package init?(path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let level = Int(parts.removeFirst()), (0...7).contains(level) else {
            return nil
        }
        var width = TilePlace.whole
        if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
            guard let last = Int(parts.removeLast()), (1..<TilePlace.whole).contains(last) else { return nil }
            width = last
            parts[parts.count - 1].removeLast(2)
        }
        guard parts.count <= 5 else { return nil }
        var number = 0
        for part in parts {
            guard let three = Int(part.hasPrefix("x") ? part.dropFirst() : part[...]), three >= 0 else {
                return nil
            }
            number = number * 1000 + three
        }
        let made = TilePlace(level: level, number: number, width: width)
        guard made.path == path else { return nil }
        self = made
    }

    /// The hashes of a tile's bytes, 32 each; what is left over at the end is dropped.
    package static func hashes(_ bytes: [UInt8]) -> [[UInt8]] {
        (0..<bytes.count / 32).map { Array(bytes[$0 * 32..<$0 * 32 + 32]) }
    }

    /// What follows `tile/` in a log's addresses.
    package var path: String {
        var (rest, text) = (number, "")
        repeat {
            let three = String(rest % 1000)
            let padded = String(repeating: "0", count: 3 - three.count) + three
            text = text.isEmpty ? padded : "x" + padded + "/" + text
            rest /= 1000
        } while rest > 0
        return "\(level)/\(text)" + (width == TilePlace.whole ? "" : ".p/\(width)")
    }
}

/// A log of some size read from its tiles, each asked for once.
package struct TileTree {
    package typealias Read = (TilePlace) async throws -> [UInt8]

    /// A tile that is not of the length that its place has.
    package struct Fault: Error, Hashable {
        package let place: TilePlace
    }

    package let size: Int
    private let read: Read
    private var kept: [TilePlace: [[UInt8]]] = [:]

    package init(size: Int, read: @escaping Read) {
        self.size = size
        self.read = read
    }

    package mutating func root() async throws -> [UInt8] {
        size == 0 ? Digest.sha256([]) : try await hash(from: 0, to: size)
    }

    /// What shows that the log of the old size is this one's beginning (RFC 6962, 2.1.2).
    package mutating func consistencyProof(from old: Int) async throws -> [[UInt8]] {
        guard old > 0, old < size else { return [] }
        return try await subproof(old, from: 0, to: size, whole: true)
    }

    /// The siblings from a leaf of the log up to its root (RFC 6962, 2.1.1).
    package mutating func inclusionProof(of index: Int) async throws -> [[UInt8]] {
        guard (0..<size).contains(index) else { return [] }
        return try await path(to: index, from: 0, to: size)
    }

    private mutating func path(to index: Int, from start: Int, to end: Int) async throws -> [[UInt8]] {
        guard end - start > 1 else { return [] }
        let middle = start + TileTree.half(end - start)
        if index < middle {
            return try await path(to: index, from: start, to: middle) + [hash(from: middle, to: end)]
        }
        return try await path(to: index, from: middle, to: end) + [hash(from: start, to: middle)]
    }

    private mutating func subproof(_ old: Int, from start: Int, to end: Int, whole: Bool) async throws
        -> [[UInt8]]
    {
        if old == end { return whole ? [] : [try await hash(from: start, to: end)] }
        let middle = start + TileTree.half(end - start)
        if old <= middle {
            return try await subproof(old, from: start, to: middle, whole: whole) + [
                hash(from: middle, to: end)
            ]
        }
        return try await subproof(old, from: middle, to: end, whole: false) + [hash(from: start, to: middle)]
    }

    /// The root over leaves of a range that is a node of the tree.
    private mutating func hash(from start: Int, to end: Int) async throws -> [UInt8] {
        let count = end - start
        if count & (count - 1) == 0 { return try await complete(start, height: count.trailingZeroBitCount) }
        let middle = start + TileTree.half(count)
        return Merkle.node(
            try await hash(from: start, to: middle), try await hash(from: middle, to: end))
    }

    private mutating func complete(_ start: Int, height: Int) async throws -> [UInt8] {
        let level = height / 8
        let first = start >> (8 * level)
        let number = first / TilePlace.whole
        let width = min(TilePlace.whole, (size >> (8 * level)) - number * TilePlace.whole)
        let hashes = try await tile(TilePlace(level: level, number: number, width: width))
        let from = first % TilePlace.whole
        return Merkle.root(of: Array(hashes[from..<from + (1 << (height % 8))]))
    }

    private mutating func tile(_ place: TilePlace) async throws -> [[UInt8]] {
        if let hashes = kept[place] { return hashes }
        let bytes = try await read(place)
        guard bytes.count == place.width * 32 else { throw Fault(place: place) }
        let hashes = TilePlace.hashes(bytes)
        kept[place] = hashes
        return hashes
    }

    /// The largest power of two that is smaller than the count, which is two or more.
    private static func half(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}

/// A tree that grows leaf by leaf and keeps only the roots of what is complete.
package struct GrowingTree: Sendable {
    package private(set) var size = 0
    private var peaks: [[UInt8]] = []

    package init() {}

    package mutating func add(_ leaf: [UInt8]) {
        var hash = leaf
        var place = size
        while place & 1 == 1, let left = peaks.popLast() {
            hash = Merkle.node(left, hash)
            place >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    package var root: [UInt8] {
        guard var hash = peaks.last else { return Digest.sha256([]) }
        for peak in peaks.dropLast().reversed() { hash = Merkle.node(peak, hash) }
        return hash
    }
}
