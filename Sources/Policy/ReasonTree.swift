package import Values

extension Reason {
    /// The clauses of a verdict as a tree: first those that it cites, in its order, then those it read besides.
    package static func tree(
        of because: [Citation], reading reads: [PolicyRead] = [], finding holdings: [Holding] = []
    ) -> [Reason] {
        let cited = because + holdings.map(\.citation)
        return nodes(of: cited, reading: reads, finding: holdings)
            + nodes(of: reads.map(\.citation), besides: Set(cited), reading: reads, finding: [])
    }

    /// Each clause once, with what was read from it and found under it.
    static func nodes(
        of clauses: [Citation], besides met: Set<Citation> = [], reading reads: [PolicyRead],
        finding holdings: [Holding]
    ) -> [Reason] {
        var met = met
        return clauses.filter { met.insert($0).inserted }.map { clause in
            var own: [Reason] = []
            for reason in reads.lazy.filter({ $0.citation == clause }).map(\.reason)
            where !own.contains(reason) {
                own.append(reason)
            }
            // A row of a list may have a clause of its own.
            if own.isEmpty { own = Array(reads.lazy.flatMap { $0.rows(under: clause) }.prefix(rowsShown)) }
            return Reason(clause: clause, reading: own, finding: holdings)
        }
    }

    /// Rows of one clause that a tree shows.
    private static let rowsShown = 8
}

extension PolicyRead {
    /// The rows of a list that have this clause of their own, each as a value.
    fileprivate func rows(under clause: Citation) -> [Reason] {
        guard case .records(let rows) = value else { return [] }
        return rows.lazy.filter { $0.citation == clause }.map(reason(of:))
    }

    /// The clause of one row of a list, with the row as its value; nil where the list has no such row.
    package func clause(ofRow id: String) -> Reason? {
        guard case .records(let rows) = value, let row = rows.first(where: { $0.id == id }) else {
            return nil
        }
        return Reason(clause: row.citation, reading: [reason(of: row)])
    }

    /// A row as a value, with the row of the same name that stands above it and is not the same.
    private func reason(of row: PolicyRecord) -> Reason {
        let others = above.compactMap { other -> Reason? in
            guard case .records(let rows) = other.value,
                let found = rows.first(where: { $0.id == row.id && $0.fields != row.fields })
            else { return nil }
            return Reason(
                .clause(found.citation),
                under: [Reason(.parameter(key: key + "." + row.id, value: found.brief, pack: other.pack))])
        }
        return Reason(
            .parameter(key: key + "." + row.id, value: row.brief, pack: pack), relation, under: others)
    }
}

extension PolicyRecord {
    /// The row's own fields as a tree shows them, without its names for people where it has others.
    fileprivate var brief: JSON {
        let own = fields.filter { $0.key != "zh" && $0.key != "en" }
        return own.isEmpty ? fields["zh"]?.json ?? .text(id) : .object(own.mapValues(\.json))
    }
}

extension Refusal {
    /// The refusal with what was read under its clause: values, and how they stand to the packs above.
    package func explained(by reads: [PolicyRead]) -> Refusal {
        guard let found = Holding(self) else { return self }
        return resting(on: Reason.nodes(of: [found.citation], reading: reads, finding: [found]))
    }
}

extension Decision {
    /// The decision with every refusal explained.
    package func explained(by reads: [PolicyRead]) -> Decision {
        guard case .refused(let refusals) = self else { return self }
        return .refused(refusals.map { $0.explained(by: reads) })
    }

    /// The decision explained by what the policy that it was made under wrote down.
    package func explained(under policy: Policy) -> Decision {
        refusals.isEmpty ? self : explained(by: policy.reads)
    }
}

extension Gate {
    /// The gate with every requirement explained by what was read under its clause.
    package func explained(by reads: [PolicyRead]) -> Gate {
        Gate(
            id, words,
            requirements.map { item in
                item.resting(
                    on: Reason.nodes(
                        of: item.clauses, reading: reads, finding: item.finding.map { [$0] } ?? []),
                    refusal: item.refusal?.explained(by: reads))
            })
    }

    /// The gate explained by what the policy that judged it wrote down.
    package func explained(under policy: Policy) -> Gate { explained(by: policy.reads) }
}

extension Offer {
    /// The offer with every refusal explained.
    package func explained(by reads: [PolicyRead]) -> Offer {
        Offer(action, words, method, path, decision.explained(by: reads), turn: turn)
    }
}

extension Offer {
    /// Offers explained by what the policy that judged them wrote down.
    package static func explained(_ offers: [Offer], under policy: Policy) -> [Offer] {
        let reads = offers.allSatisfy { $0.decision.refusals.isEmpty } ? [] : policy.reads
        return offers.map { $0.explained(by: reads) }
    }
}

extension PolicyFault {
    /// What the silence rests on: the clause that is known of and whose text is not held, or that nearest to the day.
    package var because: [Reason] {
        guard let citation else { return [] }
        return [Reason(clause: citation, finding: [Holding(words, holds: false, by: citation)])]
    }
}
