package import Actions
package import Projects
package import Values
package import Web

/// The HTTP face of projects (项目).
package struct ProjectsRoutes: Sendable {
    let actions: ProjectsActions
    let reads: ProjectsReads

    private let afterAcceptance: FrontActions.AfterAcceptance

    /// `afterAcceptance` is what later capabilities begin for a project that is taken in behind its acceptance.
    package init(
        actions: ProjectsActions, reads: ProjectsReads,
        afterAcceptance: @escaping FrontActions.AfterAcceptance = { _, _ in ([], []) }
    ) {
        self.actions = actions
        self.reads = reads
        self.afterAcceptance = afterAcceptance
    }

    package var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        let receipts = ReceiptActions(desk: actions.desk)
        let papers = PaperReads(desk: actions.desk)
        return [
            Route(
                .get, "/v1/projects", operation: "project.list", summary: Words("项目列表", "List projects"),
                access: .signedIn, tags: ["projects"], query: Paging.parameters,
                answers: [200: .page(of: ProjectAnswers.line)],
                handle: reads.desk.keeping(.district, reads.list)),
            Route(
                .post, "/v1/projects", operation: "project.import",
                summary: Words("导入小区和已批准的方案", "Import a community and its approved scheme"),
                access: .roles([.constructionUnit]), tags: ["projects"], query: ProjectSchemas.twoSteps,
                body: ProjectSchemas.scheme, effect: .adds,
                answers: [200: ProjectAnswers.checkedScheme, 201: ProjectAnswers.imported],
                bodyLimit: Route.uploadLimit, handle: actions.importScheme),
            Route(
                .get, "/v1/projects/{project}", operation: "project.read",
                summary: Words("项目详情，含可做与受阻的动作", "A project with what may be done and what is blocked"),
                access: .signedIn, tags: ["projects"], answers: [200: ProjectAnswers.card],
                handle: reads.desk.keeping(.project, reads.read)),
            Route(
                .get, "/v1/projects/{project}/launch-gate", operation: "project.launch_gate",
                summary: Words("启动关口", "The launch gate"), access: .signedIn, tags: ["projects"],
                answers: [200: ProjectAnswers.gate], handle: reads.launchGate),
            Route(
                .get, "/v1/projects/{project}/events", operation: "project.events",
                summary: Words("项目事件", "A project's events"), access: .signedIn, tags: ["projects"],
                query: Paging.parameters, answers: [200: .page(of: ProjectAnswers.event)],
                handle: reads.events),
            Route(
                .get, "/v1/projects/{project}/works-items", operation: "works_item.list",
                summary: Words("改造内容", "The items of a project's scheme"), access: .signedIn,
                tags: ["projects"], answers: [200: .page(of: ProjectAnswers.worksItem)],
                handle: reads.worksItems),
            Route(
                .post, "/v1/projects/{project}/papers", operation: "paper.record",
                summary: Words("登记材料", "Record a paper"),
                access: .roles(
                    officers + [
                        .ownersBody, .community, .trackingAuditor, .supervisor, .designer, .agentConstruction,
                        .contractor, .epcContractor, .surveyor, .qualityStation,
                    ]), tags: ["projects"], body: ProjectSchemas.paper, effect: .adds,
                answers: [201: ProjectAnswers.recordedPaper], bodyLimit: Route.uploadLimit,
                handle: actions.recordPaper),
            Route(
                .get, "/v1/projects/{project}/papers", operation: "paper.list",
                summary: Words("项目材料", "A project's papers"), access: .signedIn, tags: ["projects"],
                query: Paging.parameters, answers: [200: .page(of: ProjectAnswers.keptPaper)],
                handle: papers.list),
            ClockReads(desk: actions.desk).route,
            Route(
                .get, "/v1/papers/{paper}/content", operation: "paper.content",
                summary: Words("材料原件", "The bytes of a paper"), access: .signedIn, tags: ["projects"],
                produces: PaperReads.anyBytes, handle: papers.content),
            Route(
                .get, "/projects/{project}/papers/{paper}", operation: "page.paper",
                summary: Words("打开材料原件", "The bytes of a paper, from a page"), access: .signedIn,
                tags: ["pages"], produces: PaperReads.anyBytes, handle: papers.content),
            Route(
                .post, "/v1/projects/{project}/account", operation: "project.open_account",
                summary: Words("登记资金专用账户", "Record the special account"), access: .roles([.constructionUnit]),
                tags: ["projects"], body: ProjectSchemas.account, effect: .sets,
                answers: [200: ProjectAnswers.account], handle: actions.openAccount),
            Route(
                .post, "/v1/projects/{project}/receipts", operation: "receipt.record",
                summary: Words("登记居民资金到账", "Record resident money"),
                access: .roles([.ownersBody, .community, .renovationOffice]), tags: ["projects"],
                body: ProjectSchemas.receipt, effect: .adds, answers: [201: ProjectAnswers.receipt],
                handle: receipts.record),
            Route(
                .post, "/v1/receipts/{receipt}/reversal", operation: "receipt.reverse",
                summary: Words("冲销一笔收款", "Reverse a receipt"),
                access: .roles([.ownersBody, .community, .renovationOffice]),
                tags: ["projects"], body: ProjectSchemas.reversal, effect: .adds,
                answers: [201: ProjectAnswers.reversal], handle: receipts.reverse),
            Route(
                .post, "/v1/projects/{project}/launch", operation: "project.launch",
                summary: Words("确定项目启动", "Launch the project"), access: .roles([.constructionUnit]),
                tags: ["projects"], effect: .steps, answers: [200: ProjectAnswers.stepped],
                handle: actions.launch),
            Route(
                .post, "/v1/projects/{project}/plan-approvals", operation: "plan_approval.record",
                summary: Words("登记年度计划逐级同意", "Record an approval of the annual plan's chain"),
                access: .roles([.constructionUnit, .renovationOffice, .leadingGroup]), tags: ["projects"],
                body: ProjectSchemas.planApproval, effect: .steps,
                answers: [201: ProjectAnswers.planApproval], handle: actions.approvePlan),
            Route(
                .post, "/v1/projects/{project}/advance", operation: "project.advance",
                summary: Words("进入前期的下一阶段，直至许可", "Go on to the next state of the front, up to the permit"),
                access: .roles(officers), tags: ["projects"], body: ProjectSchemas.advance, effect: .steps,
                answers: [200: ProjectAnswers.stepped], handle: actions.advance),
        ] + FrontRoutes(desk: actions.desk, afterAcceptance: afterAcceptance).routes
            + CommunityBodies(desk: actions.desk).routes
            + SchemeImportPage(actions: actions).routes
    }
}

/// The bodies that the projects' routes take.
enum ProjectSchemas {
    static let day = Schema.day
    static let digest = Schema.string(.sha256)

    static let twoSteps = [
        Parameter(
            "dry_run", .bool,
            Words("只试运行：列出将要生成的内容，不写入", "show what would be made, and change nothing")),
        Parameter(
            "checked", .string(.sha256),
            Words("试运行给出的摘要；内容不是那一份的不导入", "the digest of a dry run: take in that and nothing else")),
    ]

    static let scheme = Schema.object(
        schemeFields.merging([
            "households": .array(
                of: .object(
                    [
                        "building": .string(max: 20), "entrance": .string(max: 20), "room": .string(max: 20),
                        "area": .string(max: 20), "share_fen": .fen,
                    ], required: ["building", "room", "area"]), min: 1, max: 5000),
            // What decides whether the community is within the scope, where the place asks for it.
            "scope": FrontSchemas.scope,
        ]) { own, _ in own }, required: schemeFields.keys.sorted())

    private static let schemeFields: [String: Schema] = [
        "id": .id, "name": .string(max: 200), "place": .string(max: 6),
        "approved_on": day, "construction_unit": .id,
        "other_fen": .fen, "contingency_fen": .fen,
        "community": .object(
            [
                "id": .id, "name": .string(max: 200), "address": .string(max: 400),
                "completed_on": day, "households": .int(min: 1, max: 100_000), "area": .string(max: 20),
                "body_kind": .string(oneOf: ["owners_committee", "self_governance_group"]),
                "body_name": .string(max: 200), "residents_committee": .id, "owners_body": .id,
            ],
            required: [
                "id", "name", "address", "completed_on", "households", "area", "body_kind", "body_name",
            ]),
        "items": .array(
            of: .object([
                "id": .id, "code": .string(max: 40), "title": .string(max: 200),
                "class": .string(oneOf: WorksClass.allCases.map(\.rawValue)), "kind": .string(max: 60),
                "unit": .string(max: 20), "quantity_milli": .int(min: 1, max: Schema.most),
                "amount_fen": .fen,
            ]), max: 2000
        ).distinct(by: "code"),
    ]

    static let paper = Schema.object(
        [
            "id": .id, "subject_kind": .string(max: 60),
            "subject_id": .id, "kind": .string(max: 60), "title": .string(max: 300),
            "number": .string(max: 100), "dated": day, "sha256": digest,
            "content": .string(.base64),
            "media_type": .string(oneOf: PaperDraft.mediaTypes), "approved_fen": .fen,
            "approved_amounts": .object([
                "mandatory_fen": .fen, "basic_fen": .fen, "improve_fen": .fen, "upgrade_fen": .fen,
                "outside_fen": .fen, "other_fen": .fen,
            ]),
        ], required: ["id", "kind", "title", "dated"])

    static let account = Schema.object(["number": .string(max: 40), "opened_on": day])

    static let receipt = Schema.object(
        [
            "id": .id, "household": .string(max: 60),
            "channel": .string(oneOf: ["personal", "donation", "maintenance_fund", "common_income"]),
            "amount_fen": .int(min: 1, max: Schema.most), "voucher": .string(max: 100), "received_on": day,
            "ahead_ground": .string(max: 200), "ahead_paper": .id,
        ], required: ["id", "channel", "amount_fen", "voucher", "received_on"])

    static let reversal = Schema.object([
        "id": .id, "voucher": .string(max: 100), "reversed_on": day,
    ])

    static let planApproval = Schema.object([
        "step": .string(max: 60), "approved_on": day, "number": .string(max: 100),
    ])

    static let advance = Schema.object([
        "to": .string(oneOf: ["S01", "S02", "S03", "S04", "S05", "S06", "S08", "S09", "S10", "S13"])
    ])
}
