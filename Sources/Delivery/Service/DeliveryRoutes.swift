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
                .get, "/v1/contracts/{contract}/termination", operation: "contract.read_end",
                summary: Words("合同解除：提出、确认与结果", "What was said of a contract's end before its works"),
                access: .signedIn, tags: tags, answers: [200: DeliveryAnswers.termination],
                handle: reads.termination),
            Route(
                .post, "/v1/contracts/{contract}/termination", operation: "contract.propose_end",
                summary: Words(
                    "提出解除合同并附文件", "Propose, with its paper, that a contract ends before its works"),
                access: .roles(DeliverySchemas.parties), tags: tags, body: DeliverySchemas.termination,
                effect: .adds, answers: [201: DeliveryAnswers.proposed], bodyLimit: Route.uploadLimit,
                handle: actions.proposeEnd),
            Route(
                .post, "/v1/termination-proposals/{proposal}/confirmation", operation: "contract.confirm_end",
                summary: Words("确认合同解除", "Confirm that a contract ended as was proposed"),
                access: .roles([.renovationOffice] + DeliverySchemas.parties), tags: tags,
                body: DeliverySchemas.confirmation, effect: .adds,
                answers: [201: DeliveryAnswers.confirmedEnd], handle: actions.confirmEnd),
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

    /// Who may be a party of a contract: the construction unit, its agent, and whoever a contract gives a role.
    static let parties: [Role] = [
        .constructionUnit, .agentConstruction, .contractor, .epcContractor, .supplier, .designer, .surveyor,
        .supervisor, .wholeProcessConsultant, .costConsultant, .trackingAuditor, .tenderAgency,
        .projectManagement,
    ]

    static let termination = Schema.object(
        [
            "id": .id, "ended_on": .day, "reason": .string(max: 1000), "settled_fen": .fen,
            "paper": PaperSent.schema,
        ], required: ["id", "ended_on", "reason", "paper"])

    static let confirmation = Schema.object(["reason": .string(max: 1000)])

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
