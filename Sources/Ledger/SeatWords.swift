package import Values

/// What the seats of an acceptance round are called (席位名称), for programs that have no policy packs at hand.
package enum SeatWords {
    private static let words: [String: Words] = [
        "owner": Words("建设单位", "construction unit"), "contractor": Words("施工单位", "contractor"),
        "designer": Words("设计单位", "designer"), "supervisor": Words("监理单位", "supervisor"),
        "surveyor": Words("勘察单位", "surveyor"), "residents": Words("业委会或自治小组", "owners' body"),
        "agent": Words("代建单位", "agent for the construction unit"),
    ]

    /// The words of a seat, with its unit where that is known; a second seat of one kind carries its number.
    package static func of(_ seat: String, unit: String? = nil) -> Words {
        var (kind, number) = (seat, "")
        if let dash = seat.lastIndex(of: "-"), seat[dash...].dropFirst().allSatisfy(\.isNumber) {
            kind = String(seat[..<dash])
            number = String(seat[dash...].dropFirst())
        }
        guard let known = words[kind] else { return Words("席位“\(seat)”", "seat \(seat)") }
        let count = number.isEmpty ? known : Words("\(known.zh)（\(number)）", "\(known.en) (\(number))")
        guard let unit else { return count }
        return Words("\(known.zh)（\(unit)）", "\(known.en) (\(unit))")
    }

    /// The seat of a dossier that a person means: by its code, or by what it is called in either language.
    package static func seat(_ text: String, of seats: [String]) -> String? {
        if seats.contains(text) { return text }
        let called = seats.filter { seat in
            let words = of(seat)
            return words.zh == text || words.en == text.lowercased()
        }
        return called.count == 1 ? called.first : nil
    }
}
