/// Which keys of the packs a source tree reads, by the literals of its text.
///
/// A key is read where it stands in quotes, or where quoted pieces with something between them make it up:
/// `"approval.papers.\(state)"`, `'consent.' || class || '.share'`. Words of refusals only cite keys, so their files are
/// not taken in.
package struct KeyReads: Sendable {
    private struct Pattern: Hashable {
        let start: String
        let end: String

        /// One component, or part of one, between the two pieces.
        func reads(_ key: String) -> Bool {
            guard key.utf8.count > start.utf8.count + end.utf8.count, key.hasPrefix(start), key.hasSuffix(end)
            else { return false }
            return !key.dropFirst(start.count).dropLast(end.count).contains(".")
        }
    }

    private var exact: Set<String> = []
    private var patterns: Set<Pattern> = []

    package init() {}

    /// Takes in a file of Swift, with the statements of SQL in it, or of SQL.
    package mutating func add(_ text: String) {
        for line in text.split(separator: "\n") {
            let bare = line.drop(while: \.isWhitespace)
            guard !bare.hasPrefix("//"), !bare.hasPrefix("--") else { continue }
            take(KeyReads.literals(line, quote: "\""))
            take(KeyReads.literals(line, quote: "'"))
        }
    }

    /// Takes in a file of a pack: the keys that its items name, not those that it says.
    package mutating func add(pack text: String) {
        for line in text.split(separator: "\n") where line.first?.isWhitespace == true {
            for word in line.split(whereSeparator: { !KeyReads.belongs($0) }) where word.contains(".") {
                exact.insert(String(word))
            }
        }
    }

    package func reads(_ key: String) -> Bool {
        exact.contains(key) || patterns.contains { $0.reads(key) }
    }

    private mutating func take(_ literals: [[String]]) {
        for (index, pieces) in literals.enumerated() {
            guard let first = pieces.first, let last = pieces.last else { continue }
            if pieces.count > 1 {
                patterns.insert(Pattern(start: first, end: last))
                continue
            }
            let next = index + 1 < literals.count ? literals[index + 1].first : nil
            if first.hasSuffix(".") {
                // The name before the point is a record's key, of which a field is read.
                exact.insert(String(first.dropLast()))
                let end = next.flatMap { $0.hasPrefix(".") ? $0 : nil } ?? ""
                patterns.insert(Pattern(start: first, end: end))
            } else if first.hasPrefix(".") {
                let joined = index > 0 && literals[index - 1].last?.hasSuffix(".") == true
                if !joined { patterns.insert(Pattern(start: "", end: first)) }
            } else {
                // A chain's steps are asked for under its key with a mark.
                exact.insert(first.hasSuffix("#") ? String(first.dropLast()) : first)
            }
        }
    }

    /// The literals of a line that may be keys or parts of them, each in the pieces around what is put into it.
    private static func literals(_ line: Substring, quote: Character) -> [[String]] {
        var found = [[String]]()
        var rest = line[...]
        while let start = rest.firstIndex(of: quote) {
            rest = rest[rest.index(after: start)...]
            var pieces = [""]
            var depth = 0
            var escaped = false
            while let next = rest.first {
                rest = rest.dropFirst()
                if depth > 0 {
                    if next == "(" { depth += 1 }
                    if next == ")" { depth -= 1 }
                } else if escaped {
                    escaped = false
                    if next == "(" {
                        depth = 1
                        pieces.append("")
                    }
                } else if next == "\\" {
                    escaped = true
                } else if next == quote {
                    break
                } else {
                    pieces[pieces.count - 1].append(next)
                }
            }
            let isKey = pieces.allSatisfy { $0.allSatisfy(belongs) } && pieces.contains { $0.contains(".") }
            if isKey { found.append(pieces) }
        }
        return found
    }

    private static func belongs(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || "._#".contains(character)
    }
}
