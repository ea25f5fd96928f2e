import CLibCrypto

/// Passwords as they are stored: scrypt with a salt, and its cost written beside it.
///
/// One hash takes about a tenth of a second and 32 MiB: call it outside transactions.
package enum Password {
    /// The stored form, `$scrypt$ln=15,r=8,p=1$salt$hash`.
    package static func hash(_ password: String) -> String {
        let salt = Chance.bytes(16)
        guard let key = key(of: password, salt: salt, Cost.present) else {
            preconditionFailure("libcrypto could not derive a key: out of memory")
        }
        return "$scrypt$\(Cost.present)$\(Base64.text(salt))$\(Base64.text(key))"
    }

    /// Whether the password is the stored one; false too where the stored form is not one of ours.
    package static func verify(_ password: String, against stored: String) -> Bool {
        guard let (cost, salt, wanted) = parts(of: stored), let key = key(of: password, salt: salt, cost)
        else {
            return false
        }
        return Digest.same(key, wanted)
    }

    /// Whether the stored form was made at another cost than today's, so that the next sign-in should renew it.
    package static func isDated(_ stored: String) -> Bool {
        parts(of: stored)?.cost != .present
    }

    private struct Cost: Equatable, CustomStringConvertible {
        let logarithm: Int
        let block: Int
        let lanes: Int

        static let present = Cost(logarithm: 15, block: 8, lanes: 1)

        var description: String { "ln=\(logarithm),r=\(block),p=\(lanes)" }
    }

    private static func parts(of stored: String) -> (cost: Cost, salt: [UInt8], key: [UInt8])? {
        let fields = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt", let salt = Base64.bytes(fields[3]),
            let key = Base64.bytes(fields[4]), key.count == 32
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
        return (Cost(logarithm: numbers[0], block: numbers[1], lanes: numbers[2]), salt, key)
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
