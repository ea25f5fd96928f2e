package import Policy
package import Values

/// Joint acceptance by groups (参加验收的各方), where a text names groups and no seats.
package enum AcceptanceGroups {
    /// The groups of the place that are not there; nil where the place names none and its seats decide.
    ///
    /// - Source: 岳阳市征求意见稿 七（四）, YY-09-4
    package static func missing(
        among present: [String], under policy: Policy
    ) throws(PolicyFault) -> Cited<[Words]>? {
        let groups = try policy.records("acceptance.groups")
        guard !groups.value.isEmpty else { return nil }
        var missing = [Words]()
        for group in groups.value {
            let names = try [group.id, group.text("zh")] + group.texts("aliases")
            if Set(names).isDisjoint(with: present) { missing.append(try group.words()) }
        }
        return Cited(missing, groups.citation)
    }
}
