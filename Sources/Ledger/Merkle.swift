/// The ledger's tree (RFC 6962): one root for many leaves, and short proofs about it.
///
/// Leaves are given as their hashes (`Entry.leaf`).
package enum Merkle {
    package static func root(of leaves: [[UInt8]]) -> [UInt8] {
        leaves.isEmpty ? Digest.sha256([]) : root(of: leaves[...])
    }

    /// The siblings from a leaf up to the root, or nil where there is no such leaf.
    package static func inclusionProof(of index: Int, in leaves: [[UInt8]]) -> [[UInt8]]? {
        guard leaves.indices.contains(index) else { return nil }
        return path(to: index, in: leaves[...])
    }

    /// Whether the leaf stands at the index of a tree of that size with that root.
    package static func verifyInclusion(
        of leaf: [UInt8], at index: Int, size: Int, proof: [[UInt8]], root: [UInt8]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = node(sibling, hash)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && Digest.same(hash, root)
    }

    /// What shows that the tree of the first leaves is the beginning of the whole; nil where sizes make no sense.
    package static func consistencyProof(from old: Int, in leaves: [[UInt8]]) -> [[UInt8]]? {
        guard old >= 0, old <= leaves.count else { return nil }
        if old == 0 || old == leaves.count { return [] }
        return subproof(old, in: leaves[...], whole: true)
    }

    /// Whether a tree of the new size and root begins with the one of the old size and root.
    package static func verifyConsistency(
        from old: Int, to new: Int, proof: [[UInt8]], oldRoot: [UInt8], newRoot: [UInt8]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == new { return proof.isEmpty && Digest.same(oldRoot, newRoot) }
        if old == 0 { return proof.isEmpty && Digest.same(oldRoot, Digest.sha256([])) }
        var rest = proof[...]
        var (place, last) = (old - 1, new - 1)
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        // A complete old tree is itself the first node of the path, so the proof leaves it out.
        guard let first = place > 0 ? rest.popFirst() : oldRoot else { return false }
        var (oldHash, newHash) = (first, first)
        for sibling in rest {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                oldHash = node(sibling, oldHash)
                newHash = node(sibling, newHash)
                while place & 1 == 0, place > 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                newHash = node(newHash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && Digest.same(oldHash, oldRoot) && Digest.same(newHash, newRoot)
    }

    /// The hash of an inner node.
    package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Digest.sha256([1] + left + right)
    }

    /// The largest power of two that is smaller than the count, which is two or more.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    private static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        let middle = leaves.startIndex + split(leaves.count)
        return node(root(of: leaves[..<middle]), root(of: leaves[middle...]))
    }

    private static func path(to index: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
        if leaves.count == 1 { return [] }
        let middle = leaves.startIndex + split(leaves.count)
        return leaves.startIndex + index < middle
            ? path(to: index, in: leaves[..<middle]) + [root(of: leaves[middle...])]
            : path(to: leaves.startIndex + index - middle, in: leaves[middle...]) + [
                root(of: leaves[..<middle])
            ]
    }

    private static func subproof(_ old: Int, in leaves: ArraySlice<[UInt8]>, whole: Bool) -> [[UInt8]] {
        if old == leaves.count { return whole ? [] : [root(of: leaves)] }
        let half = split(leaves.count)
        let middle = leaves.startIndex + half
        return old <= half
            ? subproof(old, in: leaves[..<middle], whole: whole) + [root(of: leaves[middle...])]
            : subproof(old - half, in: leaves[middle...], whole: false) + [root(of: leaves[..<middle])]
    }
}
