import CLibCrypto

/// What is kept of a password (口令): how its key is derived by scrypt, and the SHA-256 of that key.
///
/// Whoever signs in shows the key, which neither part gives back. Deriving one takes about a tenth of a second and
/// 32 MiB: call it outside transactions.
package struct Password: Sendable {
    /// `$scrypt$ln=15,r=8,p=1$salt`: no secret.
    package let form: String
    package let verifier: [UInt8]

    package init(_ password: String) {
        let form = "$scrypt$\(Cost.present)$\(Base64.text(Chance.bytes(16)))"
        guard let key = Password.key(of: password, form: form) else {
            preconditionFailure("libcrypto could not derive a key: out of memory")
        }
        self.form = form
        verifier = Digest.sha256(key)
    }

    /// The key that a password gives under a form; nil where the form is not one of ours.
    package static func key(of password: String, form: String) -> [UInt8]? {
        guard let (cost, salt) = parts(of: form) else { return nil }
        return key(of: password, salt: salt, cost)
    }

    private struct Cost: CustomStringConvertible {
        let logarithm: Int
        let block: Int
        let lanes: Int

        static let present = Cost(logarithm: 15, block: 8, lanes: 1)

        var description: String { "ln=\(logarithm),r=\(block),p=\(lanes)" }
    }

    private static func parts(of form: String) -> (cost: Cost, salt: [UInt8])? {
        let fields = form.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 4, fields[0].isEmpty, fields[1] == "scrypt", let salt = Base64.bytes(fields[3])
        else { return nil }
        var numbers = [Int]()
        for (field, name) in zip(fields[2].split(separator: ","), ["ln=", "r=", "p="])
        where field.hasPrefix(name) {
            if let number = Int(field.dropFirst(name.count)) { numbers.append(number) }
        }
        // The bounds keep a doctored row from costing the service its memory.
        guard numbers.count == 3, (10...18).contains(numbers[0]), (1...16).contains(numbers[1]),
            (1...4).contains(numbers[2])
        else { return nil }
        return (Cost(logarithm: numbers[0], block: numbers[1], lanes: numbers[2]), salt)
    }

    private static func key(of password: String, salt: [UInt8], _ cost: Cost) -> [UInt8]? {
        var key = [UInt8](repeating: 0, count: 32)
        let text = Array(password.utf8).map { CChar(bitPattern: $0) }
        let memory = UInt64(256 * cost.block) << UInt64(cost.logarithm)
        let done = EVP_PBE_scrypt(
            text, text.count, salt, salt.count, 1 << UInt64(cost.logarithm), UInt64(cost.block),
            UInt64(cost.lanes),
            memory, &key, key.count)
        return done == 1 ? key : nil
    }
}
