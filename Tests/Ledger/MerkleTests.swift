import Ledger
import Testing
import Values

@Suite("The tree over the ledger's entries")
struct MerkleTests {
    /// The eight inputs of the published test tree of certificate transparency.
    static let inputs: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6f),
    ]
    static let leaves = inputs.map(Entry.leaf)
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test(arguments: 0...8)
    func `roots equal the published ones`(size: Int) {
        #expect(hex(Merkle.root(of: Array(Self.leaves.prefix(size)))) == Self.roots[size])
    }

    @Test func `an inclusion proof equals the published one`() throws {
        let proof = try #require(Merkle.inclusionProof(of: 3, in: Self.leaves))
        #expect(
            proof.map { hex($0) } == [
                "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
    }

    @Test func `a consistency proof is made of the nodes the standard names`() throws {
        // From 6 to 8: the four first leaves, the two after them, and the last two.
        let proof = try #require(Merkle.consistencyProof(from: 6, in: Self.leaves))
        #expect(
            proof == [
                Merkle.node(Self.leaves[4], Self.leaves[5]), Merkle.node(Self.leaves[6], Self.leaves[7]),
                Merkle.root(of: Array(Self.leaves.prefix(4))),
            ])
    }

    @Test func `every leaf of every tree up to 33 is proved, and no other leaf, place or root is`() throws {
        let leaves = (0..<33).map { Entry.leaf([UInt8($0)]) }
        for size in 1...leaves.count {
            let part = Array(leaves.prefix(size))
            let root = Merkle.root(of: part)
            for index in 0..<size {
                let proof = try #require(Merkle.inclusionProof(of: index, in: part))
                func holds(_ leaf: [UInt8], _ index: Int, _ size: Int, _ proof: [[UInt8]], _ root: [UInt8])
                    -> Bool
                {
                    Merkle.verifyInclusion(of: leaf, at: index, size: size, proof: proof, root: root)
                }
                #expect(holds(leaves[index], index, size, proof, root))
                #expect(!holds(Entry.leaf([255]), index, size, proof, root))
                #expect(!holds(leaves[index], index, size, proof + [root], root))
                #expect(!holds(leaves[index], index, size, proof, Digest.sha256(root)))
                #expect(!holds(leaves[index], index + size, size, proof, root))
                if size > 1 {
                    #expect(!holds(leaves[index], (index + 1) % size, size, proof, root))
                    #expect(!holds(leaves[index], index, size, Array(proof.dropLast()), root))
                }
            }
        }
    }

    @Test func `every tree up to 33 is shown to grow from every smaller one, and a fork is not`() throws {
        let leaves = (0..<33).map { Entry.leaf([UInt8($0)]) }
        let forked = [Entry.leaf([254])] + leaves.dropFirst()
        for new in 1...leaves.count {
            let part = Array(leaves.prefix(new))
            let newRoot = Merkle.root(of: part)
            for old in 0...new {
                let proof = try #require(Merkle.consistencyProof(from: old, in: part))
                let oldRoot = Merkle.root(of: Array(leaves.prefix(old)))
                func holds(_ proof: [[UInt8]], _ oldRoot: [UInt8], _ newRoot: [UInt8]) -> Bool {
                    Merkle.verifyConsistency(
                        from: old, to: new, proof: proof, oldRoot: oldRoot, newRoot: newRoot)
                }
                #expect(holds(proof, oldRoot, newRoot))
                #expect(!holds(proof + [newRoot], oldRoot, newRoot))
                if old > 0 {
                    #expect(!holds(proof, Merkle.root(of: Array(forked.prefix(old))), newRoot))
                    #expect(!holds(proof, oldRoot, Merkle.root(of: Array(forked.prefix(new)))))
                }
            }
        }
        #expect(Merkle.consistencyProof(from: 34, in: leaves) == nil)
        #expect(Merkle.inclusionProof(of: 33, in: leaves) == nil)
    }
}
