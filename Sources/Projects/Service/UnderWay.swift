import Actions
import PQ
import Projects
import Values

/// Open projects of the community that a scheme brings, under whatever writing of its name or address (在办项目).
struct UnderWay: Decodable, Sendable {
    struct Project: Decodable, Sendable {
        let name: String
        let community: String
    }

    /// The codes of the district that takes a project in.
    struct Codes: Decodable, Sendable {
        let codes: [String]
    }

    static let codes: SQL = """
        select jsonb_build_object('codes', coalesce(jsonb_agg(code order by code), '[]')) as facts
        from auth.division_code where district = auth.district()
        """

    let projects: [Project]

    static func facts(_ community: Scheme.Community) -> SQL {
        """
        select jsonb_build_object('projects', coalesce(jsonb_agg(
            jsonb_build_object('name', name, 'community', community)), '[]')) as facts
        from app.community_under_way(auth.district(), \(community.name), \(community.address), \(community.id))
        """
    }

    /// Why the scheme is not taken in, naming the project that is there; nil where there is none.
    func refusal(_ shelf: PolicyShelf) -> Refusal? {
        guard !projects.isEmpty else { return nil }
        let words = ProjectsRefusals.communityIsRenovatedOnceAtATime
        return words.refusal(
            words.key.flatMap { shelf.citation($0) },
            missing: projects.map { Words("\($0.community)：\($0.name)", "\($0.community): \($0.name)") })
    }
}
