import CLibCrypto

/// Fingerprints of bytes, by the system's libcrypto.
package enum Digest {
    package static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        digest(bytes, by: sha256Algorithm, length: 32)
    }

    package static func sha512(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        digest(bytes, by: sha512Algorithm, length: 64)
    }

    /// HMAC-SHA256 of a message under a key.
    package static func hmac256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var mark = [UInt8](repeating: 0, count: 32)
        let made = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &mark, nil)
        precondition(made != nil, "libcrypto could not compute an HMAC")
        return mark
    }

    /// Compares secrets in a time that does not tell where they differ.
    package static func same(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    // Fetched once: an implicit fetch at every call costs more than hashing a leaf. Never freed, never changed; kept as
    // their addresses, since a pointer is not sendable.
    private static let sha256Algorithm = UInt(bitPattern: EVP_MD_fetch(nil, "SHA256", nil))
    private static let sha512Algorithm = UInt(bitPattern: EVP_MD_fetch(nil, "SHA512", nil))

    private static func digest(
        _ bytes: some Sequence<UInt8>, by algorithm: UInt, length: Int
    ) -> [UInt8] {
        func run(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: length) { output, count in
                let done = EVP_Digest(
                    input.baseAddress, input.count, output.baseAddress, nil,
                    OpaquePointer(bitPattern: algorithm), nil)
                precondition(done == 1, "libcrypto could not compute a digest")
                count = length
            }
        }
        return bytes.withContiguousStorageIfAvailable(run) ?? Array(bytes).withUnsafeBufferPointer(run)
    }
}
