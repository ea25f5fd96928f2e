import Actions
import ChangeOrders
import ChangeOrdersService
import Conduct
import ConductService
import Delivery
import DeliveryService
import Handover
import HandoverService
import Identity
import Jobs
import JointAcceptance
import JointAcceptanceService
import Ledger
import Notices
import OpenID
import Oversight
import OversightService
import PQ
import Projects
import ProjectsService
import Tendering
import TenderingService
import Values
import Web
import Works
import WorksService

/// Every capability, in the order of the works: its routes and its refusals.
enum Capabilities {
    /// Every route; `seal` is the site's own key, with which it seals certificates.
    static func routes(_ desk: Desk, seal: SigningKey?, clients: [Client] = []) -> [Route] {
        let others =
            ProjectsRoutes.offers(desk) + WorksRoutes.offers(desk) + JointAcceptanceRoutes.offers(desk)
            + HandoverRoutes.offers(desk)
        // One for all, so that what a person's inbox has judged his worklist need not.
        let turns = Turns(
            desk, ProjectsRoutes.turns(desk) + TenderingRoutes.offers(desk) + others)
        let lists: [[Route]] = [
            IdentityRoutes(desk: desk, turns: turns, clients: clients).routes,
            ProjectPages(desk: desk, turns: turns).routes,
            ProjectsRoutes(
                actions: ProjectsActions(desk: desk), reads: ProjectsReads(desk: desk, others: others),
                afterAcceptance: afterAcceptance
            ).routes,
            OwnersRoutes(desk: desk).routes,
            TenderingRoutes(actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk)).routes,
            DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes,
            WorksRoutes(desk: desk).routes, OversightRoutes(desk: desk).routes,
            ConductRoutes(desk: desk).routes,
            ChangeOrdersRoutes(desk: desk).routes, JointAcceptanceRoutes(desk: desk, seal: seal).routes,
            HandoverRoutes(desk: desk).routes, NoticesRoutes(desk: desk, seal: seal).routes,
            ContactRoutes(desk: desk).routes, NoticeRoutes(desk: desk).routes,
        ]
        return Array(lists.joined())
    }

    /// What later capabilities begin for a project that is taken in behind its acceptance.
    @Sendable
    static func afterAcceptance(
        _ accepted: AcceptedBefore, _ sitting: Sitting
    ) throws -> (refusals: [Refusal], statements: [SQL]) {
        let warranties = try HandoverRoutes.begun(by: accepted, sitting)
        return (
            warranties.refusals,
            try JointAcceptanceRoutes.begun(by: accepted, sitting) + warranties.statements
        )
    }

    /// What capabilities do by themselves once a day.
    static func dailyJobs(_ clock: any BusinessClock) -> [any JobHandler] {
        [IssueSweep(now: { clock.now }), ChangeOrderSweep(now: { clock.now })]
    }

    static let refusals: [[RefusalWords]] = [
        GroundRefusals.all, IdentityRefusals.all, ProjectsRefusals.all, TenderingRefusals.all,
        DeliveryRefusals.all, WorksRefusals.all, OversightRefusals.all, ConductRefusals.all,
        ChangeOrdersRefusals.all,
        JointAcceptanceRefusals.all, HandoverRefusals.all, ClosingRefusals.all, EditionRefusals.all,
        NoticesRefusals.all, ContactRefusals.all, NoticeRefusals.all,
    ]
}
