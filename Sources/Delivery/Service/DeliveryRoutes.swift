import Actions
import Delivery
import Values
package import Web

/// The HTTP face of delivery (建设模式与参建单位).
package struct DeliveryRoutes: Sendable {
    let actions: DeliveryActions
    let reads: DeliveryReads

    package init(actions: DeliveryActions, reads: DeliveryReads) {
        self.actions = actions
        self.reads = reads
    }

    package var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        let tags = ["delivery"]
        return [
            Route(
                .get, "/v1/projects/{project}/delivery-mode", operation: "delivery_mode.read",
                summary: Words("建设模式及应到席位", "The delivery mode and the seats it asks for"), access: .signedIn,
                tags: tags, answers: [200: DeliveryAnswers.mode], handle: reads.mode),
            Route(
                .post, "/v1/projects/{project}/delivery-mode", operation: "delivery_mode.choose",
                summary: Words("选定建设模式", "Choose the delivery mode"), access: .roles([.constructionUnit]),
                tags: tags, body: DeliverySchemas.mode, effect: .sets,
                answers: [200: DeliveryAnswers.chosen, 201: DeliveryAnswers.chosen],
                handle: actions.chooseMode),
            Route(
                .get, "/v1/projects/{project}/engagements", operation: "engagement.list",
                summary: Words("参建单位", "Who takes part"), access: .signedIn, tags: tags,
                query: Paging.parameters, answers: [200: .page(of: DeliveryAnswers.engagement)],
                handle: reads.engagements),
            Route(
                .post, "/v1/projects/{project}/engagements", operation: "engagement.record",
                summary: Words("登记参建单位", "Record a unit in a role"), access: .roles(officers), tags: tags,
                body: DeliverySchemas.engagement, effect: .adds, answers: [201: DeliveryAnswers.engaged],
                handle: actions.engage),
            Route(
                .post, "/v1/engagements/{engagement}/end", operation: "engagement.end",
                summary: Words("终止参建", "End an engagement"), access: .roles(officers), tags: tags,
                body: DeliverySchemas.end, effect: .steps, answers: [200: DeliveryAnswers.ended],
                handle: actions.end),
            Route(
                .post, "/v1/contracts/{contract}/termination", operation: "contract.terminate",
                summary: Words("登记合同解除及其文件", "Record that a contract ended before its works, with its paper"),
                access: .roles([.constructionUnit]), tags: tags, body: DeliverySchemas.termination,
                effect: .adds, answers: [201: DeliveryAnswers.terminated], bodyLimit: Route.uploadLimit,
                handle: actions.terminate),
            Route(
                .get, "/v1/organisations", operation: "organisation.list",
                summary: Words("单位", "Units, all or by credit code"), access: .signedIn, tags: tags,
                query: Paging.parameters + [
                    Parameter("credit_code", .string(max: 18), Words("统一社会信用代码", "the credit code"))
                ], answers: [200: .page(of: DeliveryAnswers.organisation)], handle: reads.organisations),
            Route(
                .post, "/v1/organisations", operation: "organisation.register",
                summary: Words("登记单位", "Record a unit by its credit code"), access: .roles(officers),
                tags: tags, body: DeliverySchemas.organisation, effect: .adds,
                answers: [201: DeliveryAnswers.registered], handle: actions.register),
            Route(
                .post, "/v1/organisations/{organisation}/confirmation", operation: "organisation.confirm",
                summary: Words("确认单位入名录", "Confirm a unit in the register"),
                access: .roles([.renovationOffice]), tags: tags, effect: .adds,
                answers: [201: DeliveryAnswers.confirmed], handle: actions.confirm),
            Route(
                .get, "/v1/control-links", operation: "control_link.list",
                summary: Words("一个单位的控制关系", "The control links around a unit"), access: .signedIn, tags: tags,
                query: [Parameter("organisation", .id, Words("单位", "the unit"), required: true)],
                answers: [200: .page(of: DeliveryAnswers.link)], handle: reads.links),
            Route(
                .post, "/v1/control-links", operation: "control_link.record",
                summary: Words("登记单位间的控制关系", "Record that two units are linked by control"),
                access: .roles(officers), tags: tags, body: DeliverySchemas.link, effect: .adds,
                answers: [201: DeliveryAnswers.linked], handle: actions.link),
        ] + DeliveryPages(desk: reads.desk).routes
    }
}

/// The bodies that the routes of delivery take.
enum DeliverySchemas {
    static let mode = Schema.object(
        ["mode": .string(oneOf: DeliveryMode.self), "chosen_on": .day, "reason": .string(max: 500)],
        required: ["mode", "chosen_on"])

    /// The roles that a unit is engaged in; the others are held by persons.
    static let roles: [Role] = [
        .constructionUnit, .contractor, .epcContractor, .designer, .surveyor, .supervisor, .agentConstruction,
        .wholeProcessConsultant, .costConsultant, .trackingAuditor, .tenderAgency, .projectManagement,
        .supplier,
        .utility,
    ]

    static let engagement = Schema.object(
        [
            "id": .id, "organisation": .id, "role": .string(oneOf: roles.map(\.rawValue)), "valid_from": .day,
            "valid_to": .day, "contract": .id,
        ], required: ["id", "organisation", "role", "valid_from"])

    static let end = Schema.object(["valid_to": .day, "reason": .string(max: 500)])

    static let termination = Schema.object([
        "ended_on": .day, "reason": .string(max: 1000),
        "paper": .object(
            [
                "id": .id, "title": .string(max: 300), "number": .string(max: 100),
                "content": .string(.base64), "media_type": .string(oneOf: TerminationDraft.mediaTypes),
            ], required: ["id", "title", "content"]),
    ])

    static let organisation = Schema.object(
        [
            "id": .id, "credit_code": .string(max: 40), "name": .string(max: 200), "kind": .string(max: 40),
            "facilities": .array(of: .string(max: 40), max: 20),
        ], required: ["id", "credit_code", "name", "kind"])

    static let link = Schema.object(
        [
            "organisation": .id, "controlled": .id,
            "kind": .string(oneOf: ["parent", "controls", "same_legal_representative", "same_controller"]),
            "evidence": .string(max: 500), "valid_from": .day, "valid_to": .day,
        ], required: ["organisation", "controlled", "kind", "evidence", "valid_from"])
}
