package import Actions
package import Values

/// What a password (口令) has to be, by one of two rule books that contradict each other.
package struct PasswordRules: Decodable, Sendable {
    /// The rule book of an installation.
    package enum Profile: String, Decodable, Sendable, CaseIterable {
        /// OWASP ASVS 5.0: long, of any characters, kept until it is lost (6.2.1, 6.2.4, 6.2.5, 6.2.10, 6.2.11).
        case asvs
        /// GB/T 22239-2019, 8.1.4.1 a): of several kinds of characters, and changed from time to time.
        case gbt22239
    }

    package let profile: Profile
    /// The fewest characters.
    package let shortest: Int

    package init(_ profile: Profile, shortest: Int) {
        self.profile = profile
        self.shortest = shortest
    }

    /// The longest that a form takes: passphrases are welcome.
    package static let longest = 200

    /// What keeps a text from becoming the password of a login; nothing where it may.
    ///
    /// `old` is the password until now, nil where it is not known.
    package func refusals(of new: String, login: String, old: String?) -> [RefusalWords] {
        var words: [RefusalWords] = []
        if !(shortest...PasswordRules.longest).contains(new.count) {
            words.append(IdentityRefusals.passwordIsLongEnough)
        }
        if profile == .gbt22239 && PasswordRules.kinds(of: new) < 3 {
            words.append(IdentityRefusals.passwordIsOfThreeKinds)
        }
        if PasswordRules.isGuessable(new, login: login) {
            words.append(IdentityRefusals.passwordIsHardToGuess)
        }
        if let old, Array(old.utf8) == Array(new.utf8) {
            words.append(IdentityRefusals.passwordIsAnother)
        }
        return words
    }

    /// How many of the four kinds are met: capitals, small letters, digits, everything else.
    private static func kinds(of text: String) -> Int {
        [
            text.contains { $0.isASCII && $0.isUppercase }, text.contains { $0.isASCII && $0.isLowercase },
            text.contains { $0.isASCII && $0.isNumber },
            text.contains { !$0.isASCII || !($0.isLetter || $0.isNumber) },
        ].count { $0 }
    }

    /// Whether next to nothing is left once the words that everyone tries, runs and repetitions are taken out: those who
    /// guess put just these together.
    private static func isGuessable(_ text: String, login: String) -> Bool {
        let small = text.lowercased()
        let own = login.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
            $0.count > 2
        }
        func bare(_ form: String) -> String { (own + common).reduce(form) { $0.removing($1) } }
        return [bare(small), bare(unmasked(bare(small)))].contains { Set(withoutRuns($0)).count < 4 }
    }

    /// Letters in place of the signs that are put for them.
    private static func unmasked(_ text: String) -> String {
        let masks: [Character: Character] = [
            "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
        ]
        return String(text.map { masks[$0] ?? $0 })
    }

    /// The characters that go on no run of three or more: `123`, `fed`, `aaa`.
    private static func withoutRuns(_ text: String) -> [Character] {
        let all = Array(text)
        let values = text.unicodeScalars.map { Int($0.value) }
        guard values.count == all.count else { return all }
        var isRun = [Bool](repeating: false, count: all.count)
        for start in values.indices.dropLast(2) {
            let step = values[start + 1] - values[start]
            if (-1...1).contains(step) && values[start + 2] - values[start + 1] == step {
                for place in start...(start + 2) { isRun[place] = true }
            }
        }
        return zip(all, isRun).filter { !$0.1 }.map(\.0)
    }

    /// Longest first, so that no longer word is broken by a shorter one.
    private static let common = [
        "administrator", "qwertyuiop", "1qaz2wsx3edc", "xiaoqugaizao",
        "laojiugaizao", "woaizhongguo", "woaini1314", "asdfghjkl", "iloveyou", "password", "passw0rd",
        "changeme", "zhongguo", "5201314", "1qaz2wsx", "1q2w3e4r", "q1w2e3r4", "qazwsx", "zxcvbnm",
        "welcome", "yanshou", "yanshi", "gaizao", "superman", "dragon", "monkey", "master", "letmein",
        "login", "admin", "root", "test", "guest", "user", "hello", "woaini", "wangyi", "taobao", "alibaba",
        "qwerty", "qwer", "asdf", "zxcv", "mima", "1314", "520", "888", "666", "168", "2020", "2021", "2022",
        "2023", "2024", "2025", "2026", "2027", "pass", "abc", "love",
    ].sorted { $0.count > $1.count }
}

extension String {
    /// Without a word, wherever it stands.
    fileprivate func removing(_ word: String) -> String {
        var rest = Substring(self)
        var kept = ""
        while let found = rest.firstRange(of: word) {
            kept += rest[..<found.lowerBound]
            rest = rest[found.upperBound...]
        }
        return kept + rest
    }
}
