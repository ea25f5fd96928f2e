package import Values

/// The routes that those who run the service look at.
package enum OperationsRoutes {
    /// Says that the process answers, and nothing more.
    package static let health = Route(
        .get, "/healthz", operation: "operations.health", summary: Words("进程存活", "The process answers"),
        access: .anyone, tags: ["operations"], answers: [200: .open(["status": .string(oneOf: ["ok"])])],
        produces: "application/json"
    ) { _ in .json(200, ["status": "ok"]) }

    /// Says whether requests can be served: 503 with what is missing while anything is, and what will be missing soon.
    package static func ready(
        warnings: @escaping @Sendable () async -> [JSON] = { [] },
        _ check: @escaping @Sendable () async -> [String]
    ) -> Route {
        Route(
            .get, "/readyz", operation: "operations.ready",
            summary: Words("可以接受请求", "Requests can be served"),
            access: .anyone, tags: ["operations"],
            answers: [
                200: .open([
                    "status": .string(oneOf: ["ready"]), "missing": .array(of: .string()),
                    "warnings": .array(of: .map(of: .any)),
                ]),
                503: .open([
                    "status": .string(oneOf: ["waiting"]), "missing": .array(of: .string()),
                    "warnings": .array(of: .map(of: .any)),
                ]),
            ], produces: "application/json"
        ) { _ in
            let missing = await check()
            let warnings = await warnings()
            return .json(
                missing.isEmpty ? 200 : 503,
                [
                    "status": missing.isEmpty ? "ready" : "waiting",
                    "missing": .list(missing.map { .text($0) }), "warnings": .list(warnings),
                ])
        }
    }

    /// The counts, for a Prometheus server.
    package static func metrics(_ metrics: Metrics) -> Route {
        Route(
            .get, "/metrics", operation: "operations.metrics", summary: Words("运行指标", "Counts and durations"),
            access: .anyone, tags: ["operations"], produces: "text/plain"
        ) { _ in
            .text(200, await metrics.exposition(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// Serves the API's own description.
    package static func description(of document: JSON) -> Route {
        let bytes = document.canonical
        return Route(
            .get, "/v1/openapi.json", operation: "operations.openapi",
            summary: Words("接口说明", "The API's description"),
            access: .anyone, tags: ["operations"], answers: [200: .any]
        ) { _ in .json(200, bytes: bytes) }
    }
}
