package import Ledger

/// What the check of the log (日志核验) holds against what: every leaf, tile and head is made anew from the events' bytes.
///
/// Given the stored rows in their order it says every difference, each by its place; it reads nothing itself.
package struct LogCheck: Sendable {
    /// A leaf as it is stored, with the entry that it names.
    package struct Leaf: Sendable {
        package var index: Int
        package var entry: String
        package var hash: [UInt8]
        /// The entry's bytes and the leaf beside them; nil where the entry is gone.
        package var body: [UInt8]?
        package var told: [UInt8]?
        package var waits: Bool

        package init(
            index: Int, entry: String, hash: [UInt8], body: [UInt8]?, told: [UInt8]?, waits: Bool = false
        ) {
            self.index = index
            self.entry = entry
            self.hash = hash
            self.body = body
            self.told = told
            self.waits = waits
        }
    }

    /// One line each, the place first.
    package private(set) var differences: [String] = []
    package private(set) var sealed = 0
    package private(set) var waiting = 0
    package private(set) var tiles = 0
    package private(set) var checkpoints = 0

    private var file = LogFile()
    private var next = 0
    /// The heads that are kept, by size; the signed text beside the root.
    private var heads: [Int: [UInt8]]

    /// Takes the roots of the stored heads, by their sizes.
    package init(heads: [Int: [UInt8]]) { self.heads = heads }

    package var line: String {
        "fsck: \(sealed) sealed, \(waiting) waiting, \(tiles) tiles, \(checkpoints) checkpoints, "
            + "\(differences.count) differences"
    }

    /// The next leaf of the log.
    package mutating func add(_ leaf: Leaf) {
        let place = "ledger.leaf \(leaf.index)"
        if leaf.index != next { differences.append("\(place): comes where \(next) should") }
        next = leaf.index + 1
        sealed += 1
        var hash = leaf.hash
        if let body = leaf.body {
            hash = Entry.leaf(body)
            if hash != leaf.hash {
                differences.append(
                    "\(place): the bytes of entry \(leaf.entry) are not those that were sealed")
            }
            if leaf.told != leaf.hash {
                differences.append("\(place): the leaf of entry \(leaf.entry) is not the sealed one")
            }
        } else {
            differences.append("\(place): its entry \(leaf.entry) is gone")
        }
        if leaf.waits { differences.append("\(place): entry \(leaf.entry) is sealed, and waits to be") }
        file.add(hash)
        guard let root = heads.removeValue(forKey: file.size) else { return }
        checkpoints += 1
        if root != file.root {
            differences.append("ledger.checkpoint \(file.size): its root is not that of the events")
        }
    }

    /// An entry without a leaf, which then waits, closed, with a leaf of its bytes.
    package mutating func add(unsealed entry: String, body: [UInt8], told: [UInt8], waits: Bool, isOpen: Bool)
    {
        waiting += 1
        if !waits { differences.append("ledger.entry \(entry): neither sealed nor waiting") }
        if isOpen { differences.append("ledger.entry \(entry): was never closed") }
        if Entry.leaf(body) != told {
            differences.append("ledger.entry \(entry): the leaf is not of its bytes")
        }
    }

    /// A stored tile, once all leaves are there; in order of level and number.
    package mutating func add(tile place: TilePlace, data: [UInt8], root: [UInt8]) {
        let name = "ledger.tile \(place.path)"
        tiles += 1
        guard let whole = file.tile(place) else {
            differences.append("\(name): the log has no such tile")
            return
        }
        if data != whole { differences.append("\(name): its hashes are not those of the events") }
        if root != Merkle.root(of: TilePlace.hashes(whole)) {
            differences.append("\(name): its root is not that of the events")
        }
    }

    /// Whatever else is not as it should be, found where the rows were read.
    package mutating func add(difference: String) { differences.append(difference) }

    /// What shows only once everything was given.
    package mutating func finish() {
        let wanted = file.levels.reduce(0) { $0 + $1.count / 32 / TilePlace.whole }
        if tiles < wanted {
            differences.append("ledger.tile: \(wanted - tiles) of \(wanted) tiles are missing")
        }
        for size in heads.keys.sorted() {
            checkpoints += 1
            differences.append(
                "ledger.checkpoint \(size): the log has \(file.size) leaves, and its end is gone")
        }
        heads = [:]
    }
}
