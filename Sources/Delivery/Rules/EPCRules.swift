package import Policy
package import Values

/// A member of a bidding consortium, or the one bidder (投标人).
package struct Bidder: Hashable, Sendable, Codable {
    package let id: String
    package let designQualified: Bool
    package let constructionQualified: Bool

    package init(id: String, designQualified: Bool, constructionQualified: Bool) {
        self.id = id
        self.designQualified = designQualified
        self.constructionQualified = constructionQualified
    }

    enum CodingKeys: String, CodingKey {
        case id
        case designQualified = "design_qualified"
        case constructionQualified = "construction_qualified"
    }
}

/// The rules of engineering, procurement and construction (工程总承包).
package enum EPCRules {
    /// Whether a bidder or a consortium may take the EPC contract of a project; roles name who holds which.
    ///
    /// - Source: 建市规〔2019〕12号 第十条、第十一条, EPC-04, EPC-05, EPC-06, AGC-4
    package static func bidder(
        _ members: [Bidder], roles: [String: String], predesignPublished: Bool, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let needed = try policy.texts("delivery.epc_qualifications")
        let authors = try policy.texts("delivery.epc_predesign_excluded")
        let lifts = try policy.bool("delivery.epc_published_lifts")
        var reasons = [Refusal]()
        let held = Set(
            (members.contains(where: \.designQualified) ? ["design"] : [])
                + (members.contains(where: \.constructionQualified) ? ["construction"] : []))
        let lacking = needed.value.filter { !held.contains($0) }
        if !lacking.isEmpty {
            reasons.append(
                DeliveryRefusals.epcBidderHoldsBothQualifications.refusal(
                    needed.citation, missing: lacking.map { Words($0 == "design" ? "设计资质" : "施工资质", $0) }))
        }
        let ids = Set(members.map(\.id))
        let bars = try Bar.all(under: policy)
        for (role, holder) in roles.sorted(by: { $0.key < $1.key }) where ids.contains(holder) {
            for bar in bars where bar.reach == .sameUnit && bar.names("epc_contractor", role) {
                reasons.append(
                    DeliveryRefusals.engagementHasNoConflict.refusal(
                        bar.citation, missing: [holding(holder, role)],
                        detail: bar.words))
            }
            if authors.value.contains(role), !(predesignPublished && lifts.value) {
                reasons.append(
                    DeliveryRefusals.epcBidderIsNotItsAuthor.refusal(
                        authors.citation, missing: [holding(holder, role)]))
            }
        }
        return Decision(reasons: reasons, under: [needed.citation, authors.citation])
    }

    private static func holding(_ holder: String, _ role: String) -> Words {
        let title = Role(rawValue: role)?.words ?? Words(role, role)
        return Words("\(holder)：\(title.zh)", "\(holder): \(title.en)")
    }

    /// Who bears a change of price: the part within the agreed band the contractor, the part beyond it the owner.
    ///
    /// Both are of the change's size; the contractor's part is what the owner's rounded part leaves.
    ///
    /// - Source: 建市规〔2019〕12号 第十五条, EPC-07, CV-03
    package static func priceBand(base: Fen, change: Ratio, band: Ratio) -> (owner: Fen, contractor: Fen) {
        let size = Ratio(Int64(clamping: change.numerator.magnitude), change.denominator) ?? change
        let whole = size.share(of: base)
        // (size − band) × base, only the part beyond the band.
        let top =
            Int128(size.numerator) * Int128(band.denominator) - Int128(band.numerator)
            * Int128(size.denominator)
        guard top > 0 else { return (.zero, whole) }
        let owner = Ratio.rounded(
            top * Int128(base.amount), Int128(size.denominator) * Int128(band.denominator))
        return (owner, whole - owner)
    }
}

/// The rules of whole-process consulting (全过程工程咨询).
package enum ConsultingRules {
    /// Whether a consultant may serve a project whose contractor is another unit, linked to it or not.
    ///
    /// - Source: 发改投资规〔2019〕515号 三（四）; 建筑法 第三十四条; 建设工程质量管理条例 第三十五条, WPC-1, PER-6
    package static func consultant(
        _ consultant: String, services: [String], contractor: String, linkedBy links: [ControlLink],
        on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let bars = try Bar.all(under: policy)
        var roles = ["whole_process_consultant"]
        if services.contains("supervision") { roles.append("supervisor") }
        var reasons = [Refusal]()
        for role in roles {
            let new = Engagement(
                id: "consultant", organisation: consultant, name: consultant, role: role, from: day)
            let standing = Engagement(
                id: "contractor", organisation: contractor, name: contractor, role: "contractor", from: day)
            reasons += ConflictRules.conflicts(
                of: new, beside: [standing], linkedBy: links, mode: nil, under: bars)
        }
        return Decision(
            reasons: reasons,
            under: bars.filter { bar in roles.contains { bar.names($0, "contractor") } }.map(\.citation))
    }
}
