package import Values

/// Who may call a route; every route must say.
///
/// The router refuses callers without the right kind of credential, and roles other than these where its
/// admission found an actor. What a role may do to which thing is for the action behind the route.
package enum Access: Sendable, Hashable {
    case anyone
    /// Whoever has signed in, in any role.
    case signedIn
    case roles([Role])
    /// Whoever holds a link of that kind, such as `handover`.
    case link(kind: String)
    /// Anyone at a public project: signed in, or as its resident without an account.
    case reporter
}

/// What a write of the API does to what is there, and so what it asks of If-Match.
package enum Effect: String, Sendable, Hashable, CaseIterable {
    /// Puts something new beside what is there. If-Match, where sent, names the project it is added to.
    case adds
    /// Moves something on: its state and its rule decide, and If-Match is honoured where sent.
    case steps
    /// Puts new content in the place of what somebody wrote: If-Match is needed, 428 without.
    case replaces
    /// Writes what may stand already: If-Match is needed once there is something to replace.
    case sets
    /// Touches nothing that has a version: a session, a key, a question.
    case unversioned

    /// Whether the caller may say on which version he builds.
    package var takesIfMatch: Bool { self != .unversioned }
}

/// One query parameter a route takes.
package struct Parameter: Sendable {
    package let name: String
    package let schema: Schema
    package let words: Words
    package let required: Bool

    package init(_ name: String, _ schema: Schema, _ words: Words, required: Bool = false) {
        self.name = name
        self.schema = schema
        self.words = words
        self.required = required
    }
}

/// One thing the service does at a method and a path.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Request) async throws -> Response

    package let method: Method
    /// `/v1/projects/{project}`; a name in braces takes one segment.
    package let path: String
    /// Its name for programs, `project.read`; unique.
    package let operation: String
    package let summary: Words
    package let access: Access
    package let tags: [String]
    package let query: [Parameter]
    /// What a JSON body must be.
    package let body: Schema?
    /// What a form's fields must be, sent urlencoded or multipart; text is read as the schema's types.
    package let form: Schema?
    /// What a write does to what is there; nil for reads and pages.
    package let effect: Effect?
    /// The answers beside problems, by status.
    package let answers: [Int: Schema]
    /// The media type of successful answers.
    package let produces: String
    package let needsIdempotencyKey: Bool
    package let bodyLimit: Int
    /// How long its handler may take; nil for the server's own limit.
    package let timeLimit: Duration?
    package let handle: Handler

    /// A route; `needsIdempotencyKey` is true by default for POST and PATCH under `/v1`.
    package init(
        _ method: Method, _ path: String, operation: String, summary: Words, access: Access,
        tags: [String] = [], query: [Parameter] = [], body: Schema? = nil, form: Schema? = nil,
        effect: Effect? = nil, answers: [Int: Schema] = [:], produces: String? = nil,
        needsIdempotencyKey: Bool? = nil, bodyLimit: Int = Route.usualBodyLimit, timeLimit: Duration? = nil,
        handle: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.operation = operation
        self.summary = summary
        self.access = access
        self.tags = tags
        self.query = query
        self.body = body
        self.form = form
        self.effect = effect
        self.answers = answers
        let isAPI = path.hasPrefix("/v1/")
        self.produces = produces ?? (isAPI ? "application/json" : "text/html")
        self.needsIdempotencyKey = needsIdempotencyKey ?? (isAPI && (method == .post || method == .patch))
        self.bodyLimit = min(bodyLimit, Route.uploadLimit)
        self.timeLimit = timeLimit
        self.handle = handle
    }

    /// Whether a request without If-Match is turned away before it is looked at.
    package var needsIfMatch: Bool { effect == .replaces }

    package static let usualBodyLimit = 1 << 20
    /// The most any route may take, for photos and papers.
    package static let uploadLimit = 20 << 20
}
