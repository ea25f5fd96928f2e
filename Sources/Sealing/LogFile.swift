package import Ledger

/// The log made anew from its entries, one after the other, in the little memory that its tiles need.
package struct LogFile: Sendable {
    /// The hashes of each level, one after the other: leaves, then the roots of whole tiles, then of 256 of those.
    package private(set) var levels: [[UInt8]] = [[]]
    private var tree = GrowingTree()

    package init() {}

    package var size: Int { tree.size }
    package var root: [UInt8] { tree.root }

    /// How many hashes a level has; none where there is no such level.
    package func count(of level: Int) -> Int { levels.indices.contains(level) ? levels[level].count / 32 : 0 }

    package mutating func add(_ leaf: [UInt8]) {
        tree.add(leaf)
        push(leaf, to: 0)
    }

    /// The hashes of a place; nil where it has not so many.
    package func tile(_ place: TilePlace) -> [UInt8]? {
        let from = place.number * TilePlace.whole
        guard from + place.width <= count(of: place.level) else { return nil }
        return Array(levels[place.level][from * 32..<(from + place.width) * 32])
    }

    private mutating func push(_ hash: [UInt8], to level: Int) {
        if !levels.indices.contains(level) { levels.append([]) }
        levels[level] += hash
        let count = levels[level].count / 32
        guard count % TilePlace.whole == 0 else { return }
        let bytes = levels[level][((count - TilePlace.whole) * 32)...]
        push(Merkle.root(of: TilePlace.hashes(Array(bytes))), to: level + 1)
    }
}
