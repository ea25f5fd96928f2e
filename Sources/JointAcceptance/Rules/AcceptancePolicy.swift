package import Policy
package import Values

/// What a place says about joint acceptance (联合竣工验收规定), read from its policy.
package struct AcceptancePolicy: Sendable {
    /// A seat of a delivery mode (席位).
    package struct Seat: Sendable {
        package let mode: String
        package let seat: String
        package let words: Words
        package let role: String
        /// The role that may sit here instead.
        package let orRole: String?
        package let mandatory: Bool
        package let needsKey: Bool
        /// Mandatory only where the project engages the role.
        package let ifEngaged: Bool
        package let citation: Citation
    }

    /// A condition of acceptance (竣工验收条件).
    package struct Item: Sendable {
        package let id: String
        package let words: Words
        package let mayBeNotApplicable: Bool
        /// What meets it beside the word of whoever answers; nil where his word is enough.
        package let metBy: Condition?
        /// The seat whose every unit records that paper of its own; nil where anybody's is enough.
        package let givenBy: String?
        package let citation: Citation
    }

    /// What meets a condition of acceptance by itself (条件的依据).
    package enum Condition: Hashable, Sendable {
        /// The bill is done and its inspection lots are passed.
        case works
        /// Nothing that was ordered stands in the way.
        case rectifications
        /// No certified claim is past its day.
        case payments
        /// A paper of the project of this kind, with its bytes.
        case paper(String)

        init(_ text: String) {
            switch text {
            case "works": self = .works
            case "rectifications": self = .rectifications
            case "payments": self = .payments
            default: self = .paper(text)
            }
        }
    }

    /// A unit that takes part in a project in a role, from a day until a day (参建单位).
    package struct Unit: Hashable, Sendable, Codable {
        package let role: String
        package let id: ID
        package let name: String
        package let from: BusinessDay
        package let to: BusinessDay?

        package init(role: String, id: ID, name: String, from: BusinessDay, to: BusinessDay? = nil) {
            self.role = role
            self.id = id
            self.name = name
            self.from = from
            self.to = to
        }
    }

    /// A seat of a round: the pack's seat, and the unit whose seat it is.
    package struct Place: Sendable {
        /// As statements name it: `contractor`, and `contractor-2` for the second unit of the role.
        package let name: String
        package let rule: Seat
        package let unit: Unit?
    }

    package let organiser: Cited<String>
    package let noticeWorkdays: Cited<Int64>
    package let seats: Cited<[Seat]>
    package let checklist: Cited<[Item]>
    package let incompatible: [String: (words: Words, citation: Citation)]

    package init(_ policy: Policy) throws(PolicyFault) {
        organiser = try policy.text("acceptance.organiser")
        noticeWorkdays = try policy.int("acceptance.notice_workdays")
        let listed = try policy.records("acceptance.mandatory_seats")
        var seats = [Seat]()
        for record in listed.value {
            seats.append(
                Seat(
                    mode: try record.text("mode"), seat: try record.text("seat"), words: try record.words(),
                    role: try record.text("role"),
                    orRole: record.has("or_role") ? try record.text("or_role") : nil,
                    mandatory: try record.bool("mandatory"), needsKey: try record.bool("needs_key"),
                    ifEngaged: try record.bool("if_engaged"), citation: record.citation))
        }
        self.seats = Cited(seats, listed.citation)
        let items = try policy.records("acceptance.checklist")
        var checklist = [Item]()
        for record in items.value {
            checklist.append(
                Item(
                    id: record.id, words: try record.words(),
                    mayBeNotApplicable: try record.bool("may_be_not_applicable"),
                    metBy: record.has("met_by") ? Condition(try record.text("met_by")) : nil,
                    givenBy: record.has("given_by") ? try record.text("given_by") : nil,
                    citation: record.citation))
        }
        self.checklist = Cited(checklist, items.citation)
        var incompatible = [String: (words: Words, citation: Citation)]()
        for record in try policy.records("delivery.incompatible").value {
            incompatible[record.id] = (try record.words(), record.citation)
        }
        self.incompatible = incompatible
    }

    /// The seats of a round under a delivery mode, given the roles that the project engages.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01, LC-09-1
    package func seats(of mode: String, engaging roles: [String]) -> [Seat] {
        seats.value.filter { $0.mode == mode && (!$0.ifEngaged || roles.contains($0.role)) }
    }

    /// The seats of a round on a day: one for each engaged unit of a seat's role, or of the role that stands for it.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01, "有勘察、设计、施工、工程监理等单位分别签署的质量合格文件"; LC-09-1
    package func places(of mode: String, engaging units: [Unit], on day: BusinessDay) -> [Place] {
        func present(in role: String) -> [Unit] {
            let there = units.filter { unit in
                unit.role == role && unit.from <= day && (unit.to.map { $0 >= day } ?? true)
            }
            var known: Set<ID> = []
            return there.sorted { ($0.name, $0.id.description) < ($1.name, $1.id.description) }
                .filter { known.insert($0.id).inserted }
        }
        var places = [Place]()
        for seat in seats.value where seat.mode == mode {
            var units = present(in: seat.role)
            if units.isEmpty, let other = seat.orRole { units = present(in: other) }
            if units.isEmpty, !seat.ifEngaged { places.append(Place(name: seat.seat, rule: seat, unit: nil)) }
            for (index, unit) in units.enumerated() {
                let name = index == 0 ? seat.seat : "\(seat.seat)-\(index + 1)"
                places.append(Place(name: name, rule: seat, unit: unit))
            }
        }
        return places
    }

    /// A seat's rule by its name in a round of a mode.
    package func seat(_ name: String, of mode: String) -> Seat? {
        seats.value.first { $0.mode == mode && $0.seat == AcceptancePolicy.ruleName(of: name) }
    }

    /// The seat as the pack calls it: `contractor` of `contractor-2`.
    package static func ruleName(of seat: String) -> String {
        guard let dash = seat.lastIndex(of: "-") else { return seat }
        let number = seat[seat.index(after: dash)...]
        return !number.isEmpty && number.allSatisfy { ("0"..."9").contains($0) }
            ? String(seat[..<dash]) : seat
    }
}
