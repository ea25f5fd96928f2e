import CLibCrypto
import Values

/// SHA-256 in hexadecimal, as versions and editions are named.
func digest(_ bytes: [UInt8]) -> String {
    var output = [UInt8](repeating: 0, count: 32)
    let done = EVP_Digest(bytes, bytes.count, &output, nil, EVP_sha256(), nil)
    precondition(done == 1, "OpenSSL gives no SHA-256")
    return hex(output)
}

/// The version of a pack: one hash over the paths, lengths and bytes of its files, in the order of paths.
package func packVersion(_ files: [PackFile]) -> String {
    var bytes = [UInt8]()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        bytes += Array(file.path.utf8) + [0]
        bytes += Array(String(file.text.utf8.count).utf8) + [0]
        bytes += Array(file.text.utf8)
    }
    return digest(bytes)
}

/// The edition of a chain: one hash over the ids and versions of its packs, from the country down.
func chainEdition(_ packs: [PackReference]) -> String {
    digest(packs.reversed().flatMap { Array("\($0.id) \($0.version)\n".utf8) })
}

/// Text without any white space: the seeds break lines in the middle of sentences.
package func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}
