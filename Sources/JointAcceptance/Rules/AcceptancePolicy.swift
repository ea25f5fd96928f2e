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
        package let citation: Citation
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
                    mayBeNotApplicable: try record.bool("may_be_not_applicable"), citation: record.citation))
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

    /// A seat's rule by its name under a mode.
    package func seat(_ name: String, of mode: String) -> Seat? {
        seats.value.first { $0.mode == mode && $0.seat == name }
    }
}
