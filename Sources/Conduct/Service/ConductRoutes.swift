package import Actions
import Conduct
import Values
package import Web

/// The HTTP face of conduct (项目管理与督查).
package struct ConductRoutes: Sendable {
    private let actions: ConductActions
    private let reads: ConductReads

    package init(desk: Desk) {
        actions = ConductActions(desk: desk)
        reads = ConductReads(desk: desk)
    }

    private static let units: [Role] = [
        .constructionUnit, .contractor, .epcContractor, .supervisor, .wholeProcessConsultant,
        .agentConstruction, .projectManagement,
    ]
    private static let watchers: [Role] = [
        .constructionUnit, .renovationOffice, .supervisor, .wholeProcessConsultant,
    ]
    private static let officers: [Role] = [.constructionUnit, .renovationOffice]

    package var routes: [Route] { site + watching + yearly }

    private var site: [Route] {
        [
            list(
                "site-staff", "site_staff.list", Words("项目管理人员及到岗", "Named staff and who stays away"),
                ConductAnswers.staff, reads.staff),
            verb(
                "site-staff", "site_staff.name", Words("登记项目管理人员", "Name who holds a post"), Self.units,
                ConductSchemas.staff, ConductAnswers.named, actions.nameStaff),
            Route(
                .post, "/v1/site-staff/{staff}/end", operation: "site_staff.end",
                summary: Words("终止任职", "End a post"), access: .roles(Self.units), tags: ["conduct"],
                body: ConductSchemas.staffEnd, effect: .steps, answers: [200: ConductAnswers.ended],
                handle: actions.endStaff),
            verb(
                "attendance", "site_staff.attend", Words("登记到岗情况", "Record who was there"), Self.watchers,
                ConductSchemas.attendance, ConductAnswers.attended, actions.attend),
            list(
                "disturbances", "disturbance.list", Words("停水、停电、占道等告知", "What residents were told"),
                ConductAnswers.disturbance, reads.disturbances),
            verb(
                "disturbances", "disturbance.announce",
                Words("事前告知停水、停电、占道等", "Tell residents before they are disturbed"), Self.units,
                ConductSchemas.disturbance, ConductAnswers.announced, actions.announce),
            Route(
                .get, "/p/{project}/notices", operation: "page.notices",
                summary: Words("施工告知页", "What residents are told, for everybody"), access: .anyone,
                tags: ["pages"], handle: reads.notices),
        ]
    }

    private var watching: [Route] {
        [
            list(
                "supervision-visits", "supervision_visit.list", Words("现场督查", "Visits to the works"),
                ConductAnswers.visit, reads.visits),
            verb(
                "supervision-visits", "supervision_visit.record", Words("登记现场督查", "Record a visit"),
                [.renovationOffice, .constructionUnit, .leadingGroup], ConductSchemas.visit,
                ConductAnswers.visited, actions.visit),
            list(
                "routines", "routine.list", Words("通报、例会等定期工作", "Bulletins, meetings and reports"),
                ConductAnswers.routine, reads.routines),
            verb(
                "routines", "routine.record", Words("登记通报、例会等", "Record a bulletin, a meeting or a report"),
                [.constructionUnit, .renovationOffice], ConductSchemas.routine, ConductAnswers.visited,
                actions.routine),
            list(
                "special-works", "special_works.list", Words("专项工程", "Special works"),
                ConductAnswers.works, reads.specialWorks),
            verb(
                "special-works", "special_works.record",
                Words("登记专项工程及牵头部门", "Record special works and who leads them"), Self.officers,
                ConductSchemas.works, ConductAnswers.led, actions.addWorks),
            Route(
                .post, "/v1/special-works/{works}/settle", operation: "special_works.settle",
                summary: Words("落实专项工程移交和维修养护", "Settle who keeps special works"),
                access: .roles(Self.officers), tags: ["conduct"], body: ConductSchemas.settlement,
                effect: .steps, answers: [200: ConductAnswers.led], handle: actions.settleWorks),
            verb(
                "rebuilding", "rebuilding.decide",
                Words("确定按拆改结合实施", "Decide that the community is rebuilt"), Self.officers,
                ConductSchemas.rebuilding, ConductAnswers.rebuilding, actions.rebuild),
        ]
    }

    private var yearly: [Route] {
        let year = [Parameter("year", .int(min: 2015, max: 2100), Words("年度", "the year"))]
        let district: [Role] = [.renovationOffice, .leadingGroup]
        return [
            Route(
                .get, "/v1/yearly-duties", operation: "yearly_duty.list",
                summary: Words("年度工作及完成情况", "The district's yearly duties"), access: .roles(district),
                tags: ["conduct"], query: year, answers: [200: ConductAnswers.duties], handle: reads.duties),
            Route(
                .post, "/v1/yearly-duties", operation: "yearly_duty.record",
                summary: Words("登记年度工作完成", "Record a yearly duty as done"), access: .roles(district),
                tags: ["conduct"], body: ConductSchemas.duty, effect: .adds,
                answers: [201: ConductAnswers.done], handle: actions.doDuty),
            Route(
                .get, "/v1/assessments", operation: "assessment.read",
                summary: Words("街道年度考评数据", "What streets are assessed by for a year"),
                access: .roles(district), tags: ["conduct"], query: year,
                answers: [200: ConductAnswers.assessment], handle: reads.assessment),
        ]
    }

    private func list(
        _ path: String, _ operation: String, _ summary: Words, _ item: Schema,
        _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .get, "/v1/projects/{project}/" + path, operation: operation, summary: summary, access: .signedIn,
            tags: ["conduct"], query: Paging.parameters, answers: [200: .page(of: item)], handle: handle)
    }

    private func verb(
        _ path: String, _ operation: String, _ summary: Words, _ roles: [Role], _ body: Schema,
        _ answer: Schema, _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/projects/{project}/" + path, operation: operation, summary: summary,
            access: .roles(roles), tags: ["conduct"], body: body, effect: .adds, answers: [201: answer],
            handle: handle)
    }
}
