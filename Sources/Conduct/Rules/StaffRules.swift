package import Policy
package import Values

/// Somebody who holds a post for a unit (项目管理人员).
package struct SiteStaff: Hashable, Sendable, Codable {
    package let post: String
    package let organisation: ID
    package let certificate: String?
    package let from: BusinessDay

    package init(post: String, organisation: ID, certificate: String?, from: BusinessDay) {
        self.post = post
        self.organisation = organisation
        self.certificate = certificate
        self.from = from
    }
}

/// A post that somebody holds elsewhere (在其他项目的任职).
package struct PostElsewhere: Hashable, Sendable, Codable {
    package let project: String
    package let post: String
    package let from: BusinessDay
    package let until: BusinessDay?

    package init(project: String, post: String, from: BusinessDay, until: BusinessDay?) {
        self.project = project
        self.post = post
        self.from = from
        self.until = until
    }
}

/// The rules for who runs the site (项目管理人员到位).
package enum StaffRules {
    /// Whether somebody may be named to a post: of a unit whose post it is, and a project manager of no other project.
    ///
    /// - Source: 建市规〔2019〕12号 第二十条, EPC-09; 温鹿政办〔2020〕21号 二（三）6, LC-08-1
    package static func naming(
        _ staff: SiteStaff, unitsRoles: [String], elsewhere: [PostElsewhere], under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let posts = try policy.records("staff.posts")
        guard let post = posts.value.first(where: { $0.id == staff.post }) else {
            var known = [Words]()
            for record in posts.value { known.append(try record.words()) }
            return .refused([ConductRefusals.staffPostIsKnown.refusal(posts.citation, missing: known)])
        }
        var reasons = [Refusal]()
        let roles = try post.texts("roles")
        if !unitsRoles.contains(where: roles.contains) {
            reasons.append(
                ConductRefusals.staffIsOfAUnitThatTakesPart.refusal(
                    post.citation, missing: roles.compactMap { Role(rawValue: $0)?.words }))
        }
        guard post.has("exclusive"), try post.bool("exclusive") else {
            return Decision(reasons: reasons, under: [post.citation])
        }
        if (staff.certificate ?? "").isEmpty {
            reasons.append(ConductRefusals.staffNamesItsCertificate.refusal(post.citation))
        }
        let same = elsewhere.filter { $0.post == staff.post && ($0.until ?? staff.from) >= staff.from }
        if !same.isEmpty {
            reasons.append(
                ConductRefusals.managerIsOnOneProject.refusal(
                    post.citation,
                    missing: same.map { held in
                        Words(
                            "在“\(held.project)”任职：\(held.from) 至\(held.until?.description ?? "今")",
                            "on \(held.project) from \(held.from) to \(held.until?.description ?? "now")")
                    }))
        }
        return Decision(reasons: reasons, under: [post.citation])
    }

    /// Whether so many days of absence in a row are told to the office.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-1; the number by house rule, HOUSE-CDT-1
    package static func isTold(days: Int64, under policy: Policy) throws(PolicyFault) -> Cited<Bool> {
        let limit = try policy.int("staff.absence_days")
        return Cited(days >= limit.value, limit.citation)
    }

    /// Posts that the place asks for and nobody holds; none where it asks for none.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-1
    package static func vacant(held: [String], under policy: Policy) throws(PolicyFault) -> [String] {
        guard policy.has("staff.required_posts") else { return [] }
        return try policy.texts("staff.required_posts").value.filter { !held.contains($0) }
    }
}
