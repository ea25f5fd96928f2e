import CLibCrypto
package import Values

/// Unpredictable bits, from libcrypto's generator seeded by the kernel.
package enum Chance {
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            // A machine without randomness must not go on with guessable secrets.
            precondition(RAND_bytes(buffer.baseAddress, Int32(count)) == 1, "no randomness available")
            written = count
        }
    }

    package static func words() -> (UInt64, UInt64) {
        let chosen = bytes(16)
        return (
            chosen.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            chosen.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
        )
    }
}

/// Makes identities of things (UUID version 7).
package enum Identity {
    package static func make(at instant: Instant) -> ID {
        ID(at: instant, chance: Chance.words())
    }
}
