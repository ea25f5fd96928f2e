import Values
import Web

/// Which page stands for which address of the API (办理页): `/do/issues/…` for `/v1/issues/…`.
struct PageMap: Sendable {
    /// One address: what is read there, and what is done there.
    struct Place: Sendable {
        let path: String
        var read: Route?
        var writes: [Route] = []

        /// The page's own path, with its parameters.
        var page: String { PageMap.page(path) }
    }

    /// In the order of the routes, which is that of the works.
    let places: [Place]
    private let index: [String: Int]

    /// Pages for the routes of signed-in people that speak JSON; what else there is has pages or programs of its own.
    init(_ routes: [Route], without others: Set<String> = PageMap.elsewhere) {
        var places = [Place]()
        var index = [String: Int]()
        for route in routes where PageMap.isOurs(route) && !others.contains(route.operation) {
            let at = index[route.path] ?? places.count
            if at == places.count {
                index[route.path] = at
                places.append(Place(path: route.path))
            }
            if route.method == .get {
                places[at].read = route
            } else if route.method == .post {
                places[at].writes.append(route)
            }
        }
        self.places = places.filter { $0.read != nil || !$0.writes.isEmpty }
        self.index = Dictionary(
            uniqueKeysWithValues: self.places.enumerated().map { ($0.element.path, $0.offset) })
    }

    subscript(path: String) -> Place? { index[path].map { places[$0] } }

    /// What lies right under an address: `/v1/projects/{project}/issues` under `/v1/projects/{project}`.
    func children(of path: String) -> [Place] {
        places.filter { place in
            place.path.hasPrefix(path + "/")
                && !place.path.dropFirst(path.count + 1).contains("/") && !place.path.hasSuffix("}")
        }
    }

    /// The address of one thing of a list, where it can be read: `/v1/issues/{issue}` for `…/issues`.
    func own(of list: String) -> Place? {
        guard let name = list.split(separator: "/").last else { return nil }
        return places.first {
            $0.read != nil && $0.path.hasPrefix("/v1/\(name)/{")
                && $0.path.split(separator: "/").count == 3
        }
    }

    /// What is done to one thing of a list: every write under `/v1/inspection-lots/{lot}/`.
    func steps(of list: String) -> [Place] {
        let name = list.split(separator: "/").last.map(String.init) ?? ""
        let other = PageMap.otherwise[name] ?? name
        return places.filter {
            $0.path.hasPrefix("/v1/\(other)/{") && $0.path.split(separator: "/").count == 4
        }
    }

    /// The nearest address above this one that can be read, filled in as this one is.
    func above(_ route: Route, filled path: String) -> String? {
        var pattern = route.path.split(separator: "/")
        var segments = path.split(separator: "/")
        while pattern.count > 1 {
            pattern.removeLast()
            segments.removeLast()
            if self["/" + pattern.joined(separator: "/")]?.read != nil {
                return "/" + segments.joined(separator: "/")
            }
        }
        return nil
    }

    /// Lists whose things go by another name in their own addresses.
    private static let otherwise = ["bonds": "contract-bonds", "regradings": "issue-regradings"]

    /// A page's path for an address of the API.
    static func page(_ address: String) -> String { "/do" + address.dropFirst("/v1".count) }

    /// The address of the API behind a page.
    static func address(_ page: String) -> String { "/v1" + page.dropFirst("/do".count) }

    private static func isOurs(_ route: Route) -> Bool {
        guard route.path.hasPrefix("/v1/"), route.produces == "application/json" else { return false }
        return switch route.access {
        case .roles, .signedIn, .reporter: true
        case .anyone, .link: false
        }
    }

    /// Who one is, keys, questions to the rules and the demonstration's clock: no works of a project.
    static let elsewhere: Set<String> = [
        "session.open", "session.close", "sign_in.list", "sign_in.end", "sign_in.end_others", "token.issue",
        "me.read",
        "signing_key.list", "signing_key.register",
        "signing_key.revoke", "inbox.read", "worklist.read", "project.import", "demo.set_clock",
        "policy.ask", "policy.questions", "policy.replay", "policy.diff", "policy.simulate", "openapi.read",
        "acceptance.certificate", "acceptance.dossier", "assessment.read", "issue.file", "daily_log.record",
        "acceptance.opinion",
        // For programs; how they stand is a page of its own.
        "change.list", "webhook.list", "webhook.add", "webhook.renew", "webhook.end", "webhook.deliveries",
        "webhook.replay",
    ]
}
