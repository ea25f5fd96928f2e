import Actions
import PQ
import Policy
import Projects
import Values

/// What the officers of a district have before them (工作台): what waits, what is blocked and by which clause, what
/// is overdue; taken from the tables as they stand.
struct Worklist {
    /// Something that stands in the way, in the words of the refusal it will give.
    struct Block {
        let project: ID
        let projectName: String
        let action: String
        /// What is held up: a class of actions, or the next step of the project, whose gate is shut.
        let words: Words
        let refusal: Refusal
        let cause: Words
        /// Nil where a gate is shut by what is not there yet.
        let since: BusinessDay?
    }

    /// A deadline that runs or has passed without the thing being done.
    struct Deadline {
        let project: ID
        let projectName: String
        let title: Words
        /// Nil while the working days that it is counted by are not published.
        let due: BusinessDay?
        let rule: String
        /// The clause that it runs by, with the value that stands today.
        let because: [Reason]
        /// Days since the due day; not above zero while it runs.
        let daysOver: Int
        /// What it is a deadline of, where that has an address of its own.
        let path: String
        /// Whose turn it is, and whether the reader is among them.
        let turn: [Role]
        let isOwn: Bool
    }

    /// A step that somebody has to take.
    struct Item {
        let project: ID
        let projectName: String
        let kind: String
        let subject: ID
        let title: Words
        let role: String
        let organisation: String?
        let due: BusinessDay?
        let isOwn: Bool
        /// Where it is done, as the API has it.
        let path: String
    }

    struct Project {
        let id: ID
        let name: String
        let community: String
        let state: String
        let blocks: Int
        let late: Int
    }

    let actor: Actor
    let today: BusinessDay
    let warnings: [any StandingWarning]
    let blocks: [Block]
    let deadlines: [Deadline]
    let items: [Item]
    let projects: [Project]

    /// What is past its day and the reader's: deadlines that he keeps, and what waits for him; one reckoning with his inbox.
    var overdue: [Deadline] {
        let late = own.compactMap { item in
            item.due.flatMap { due in
                due < today
                    ? Deadline(
                        project: item.project, projectName: item.projectName, title: item.title, due: due,
                        rule: "",
                        because: [], daysOver: due.days(until: today), path: item.path,
                        turn: Role(rawValue: item.role).map { [$0] } ?? [], isOwn: true) : nil
            }
        }
        let passed = deadlines.filter { $0.daysOver > 0 && $0.isOwn } + late
        return passed.sorted { ($0.due ?? today) < ($1.due ?? today) }
    }
    var running: [Deadline] { deadlines.filter { $0.daysOver <= 0 } }
    var own: [Item] { items.filter(\.isOwn) }
    /// What waits for others, with the deadlines that others let pass.
    var elsewhere: [Item] {
        deadlines.filter { $0.daysOver > 0 && !$0.isOwn }.map(Item.init) + items.filter { !$0.isOwn }
    }

    /// What stands in the way, by what it holds up: the reasons of one shut gate are one stop.
    var stops: [[Block]] {
        var stops = [[Block]]()
        for block in blocks {
            if let last = stops.last?.first, block.since == nil, last.since == nil,
                last.action == block.action,
                last.project == block.project, last.words == block.words
            {
                stops[stops.count - 1].append(block)
            } else {
                stops.append([block])
            }
        }
        return stops
    }

    /// How many projects stand at each step, in the order of the works.
    var states: [(state: ProjectState, count: Int)] {
        ProjectState.allCases.compactMap { state in
            let count = projects.count { $0.state == state.rawValue }
            return count == 0 ? nil : (state, count)
        }
    }
}

extension Worklist {
    static func statements(_ today: BusinessDay) -> [SQL] {
        [blocks, clocks, waiting(onlyOwn: false), projects(today), BodyWarning.all]
    }

    init(_ actor: Actor, _ rows: [Rows], _ standings: [Turns.Standing], _ desk: Desk) throws {
        self.actor = actor
        let today = desk.clock.now.day
        self.today = today
        let calendars: [any StandingWarning] = desk.shelf.calendarWarnings(on: today)
        warnings = try calendars + rows[4].map(BodyWarning.init).filter { $0.district == actor.district }
        blocks = try rows[0].map { try Block($0, desk) } + standings.flatMap(Block.shut)
        deadlines = try rows[1].map { try Deadline($0, desk, today, for: actor) }
        items =
            try rows[2].map(Item.init)
            + standings.flatMap { standing in
                standing.waiting.flatMap { waiting in
                    waiting.roles.map { Item(waiting, of: $0, in: standing.project, for: actor) }
                }
            }
        let shut = Dictionary(
            uniqueKeysWithValues: standings.map { standing in
                (standing.project.id, standing.offers.count { !$0.decision.refusals.isEmpty })
            })
        projects = try rows[3].map { row in
            let id = try row.id("project_id")
            return Project(
                id: id, name: try row.text("name"), community: try row.text("community"),
                state: try row.text("state"), blocks: try row.int("blocks") + shut[id, default: 0],
                late: try row.int("late"))
        }
    }

    /// Standing blocks; a change order that holds several bill lines is one.
    private static let blocks: SQL = """
        select block.project_id, project.name as project_name, project.place, project.edition, block.action_class,
            block.code, block.source_kind, min(block.put_at) as put_at,
            coalesce(
                (
                    select issue.place from app.issue
                    where issue.district = block.district and issue.issue_id = block.source_id
                ), (
                    select change.number from app.change_order change
                    where change.district = block.district and change.change_order_id = block.source_id
                ), (
                    select contract.title from app.contract
                    where contract.district = block.district and contract.contract_id = block.source_id
                ), '') as source_name
        from app.block join app.project using (district, project_id)
        where block.district = auth.district() and block.lifted_at is null
        group by block.district, block.project_id, project.name, project.place, project.edition, block.action_class,
            block.code, block.source_kind, block.source_id
        order by project.name, block.project_id, min(block.put_at), block.code limit 500
        """

    /// Deadlines of things that are not done; one that was met late is history.
    private static let clocks: SQL = """
        select clock.project_id, project.name as project_name, project.place, project.edition, clock.subject_kind,
            clock.subject_id, clock.key, clock.rule, clock.due_on, clock.explanation ->> 'title' as title,
            clock.explanation ->> 'title_en' as title_en,
            (
                select issue.place from app.issue
                where issue.district = clock.district and issue.issue_id = clock.subject_id
            ) as subject_name
        from app.clock join app.project using (district, project_id)
        where clock.district = auth.district() and clock.state in ('running', 'late', 'uncomputed')
            and clock.met_on is null
        order by clock.due_on nulls last, project.name, clock.clock_id limit 500
        """

    /// What the inbox holds, of the caller and of everybody else; deadlines have a list of their own.
    static func waiting(onlyOwn: Bool) -> SQL {
        """
        with found as materialized (
            select *, role = (select auth.role())
                and (organisation_id = (select auth.organisation())
                    or organisation_id is null and (select app.acts_as_its_body()))
                and (person_id is null or person_id = (select auth.person())) as own
            from app.inbox_item where district = (select auth.district()) and kind <> 'clock'
        ), item as (
            select found.*, project.name as project_name, project.edition, organisation.name as organisation
            from found join app.project using (district, project_id)
            left join auth.organisation on organisation.organisation_id = found.organisation_id
            where own or not \(onlyOwn)
            order by due_on nulls last, project_name, kind, subject_id, role limit 500
        )
        select project_id, project_name, kind, subject_id, role, organisation, due_on, own, path,
            title || coalesce(app.policy_words(edition, words || '.zh'), '') as title,
            title_en || coalesce(app.policy_words(edition, words || '.en'), '') as title_en
        from item order by due_on nulls last, project_name, kind, subject_id, role
        """
    }

    private static func projects(_ today: BusinessDay) -> SQL {
        """
        select card.project_id, card.name, card.community, card.state,
            (
                select count(distinct block.source_id) from app.block
                where block.district = card.district and block.project_id = card.project_id
                    and block.lifted_at is null
            ) as blocks,
            (
                select count(*) from app.clock
                where clock.district = card.district and clock.project_id = card.project_id
                    and clock.met_on is null and clock.state in ('running', 'late') and clock.due_on < \(today)
            ) as late
        from app.project_card card
        where card.district = auth.district()
        order by card.state, card.name, card.project_id limit 500
        """
    }
}

extension Worklist.Block {
    fileprivate init(_ row: Row, _ desk: Desk) throws {
        project = try row.id("project_id")
        projectName = try row.text("project_name")
        action = try row.text("action_class")
        self.words = Worklist.actions[action] ?? Words("其他事项", "something else")
        since = try row.instant("put_at").day
        let kind = try row.text("source_kind")
        let name = try row.text("source_name")
        let known = Worklist.causes[kind] ?? Words("其他事项", kind)
        cause = name.isEmpty ? known : Words("\(known.zh)（\(name)）", "\(known.en) (\(name))")
        let code = try row.text("code")
        let words =
            desk.refusals[code]
            ?? RefusalWords(
                code, Words("这件事暂时不能办理。", "Blocked: \(code)"),
                remedy: Words("由设置阻断的一方处理。", "Whoever put it settles it."))
        let because = try words.key.map { try row.because($0, desk) } ?? []
        refusal = words.refusal(because.first?.citation).reading(because)
    }
}

extension Worklist.Block {
    /// The next steps of a project that may not be taken yet, a block for each reason.
    fileprivate static func shut(_ standing: Turns.Standing) -> [Worklist.Block] {
        standing.offers.flatMap { offer in
            offer.decision.refusals.map { refusal in
                Worklist.Block(
                    project: standing.project.id, projectName: standing.project.name, action: offer.action,
                    words: offer.words, refusal: refusal,
                    cause: Words("关口未满足", "its gate is shut"), since: nil)
            }
        }
    }
}

extension Worklist.Deadline {
    /// Who keeps the district's deadlines, as the inbox has it.
    static let keepers: [Role] = [.constructionUnit, .renovationOffice]

    fileprivate init(_ row: Row, _ desk: Desk, _ today: BusinessDay, for actor: Actor) throws {
        turn = Worklist.Deadline.keepers
        isOwn = turn.contains(actor.role) && actor.actsAsItsBody
        project = try row.id("project_id")
        projectName = try row.text("project_name")
        due = try row.optionalDay("due_on")
        rule = try row.text("rule")
        let key = try row.text("key")
        because = try row.because(key, desk)
        daysOver = due?.days(until: today) ?? 0
        let owners = [
            "issue": "issues", "handover": "handovers", "change_order": "change-orders",
            "acceptance_round": "acceptance-rounds",
        ]
        let owner = owners[try row.text("subject_kind")]
        path = try owner.map { "/v1/\($0)/\(try row.id("subject_id"))" } ?? "/v1/projects/\(project)"
        let told = try row.optionalText("title").map { Words($0, (try row.optionalText("title_en")) ?? $0) }
        let known =
            told ?? Worklist.deadlines.first { key.hasPrefix($0.prefix) && key.hasSuffix($0.suffix) }?.words
        let named = known ?? Words("到期事项", "deadline \(rule)")
        title =
            try row.optionalText("subject_name").map { Words("\(named.zh)：\($0)", "\(named.en): \($0)") }
            ?? named
    }
}

extension Worklist.Item {
    fileprivate init(_ waiting: Waiting, of role: Role, in project: Turns.Project, for actor: Actor) {
        self.project = project.id
        projectName = project.name
        kind = waiting.kind.rawValue
        subject = project.id
        title = waiting.title
        self.role = role.rawValue
        organisation = role == .constructionUnit ? project.constructionUnit : nil
        due = nil
        isOwn = role == actor.role && waiting.isFor(actor)
        // The project's own page has the step with its form, or the reasons that it is shut.
        path = "/v1/projects/\(project.id)"
    }

    fileprivate init(_ deadline: Worklist.Deadline) {
        project = deadline.project
        projectName = deadline.projectName
        kind = "clock"
        subject = deadline.project
        title = deadline.title
        role = (deadline.turn.first ?? .constructionUnit).rawValue
        organisation = nil
        due = deadline.due
        isOwn = false
        path = deadline.path
    }

    /// What is a person's turn by the gates of his projects.
    static func own(_ standings: [Turns.Standing], of actor: Actor) -> [Worklist.Item] {
        standings.flatMap { standing in
            standing.waiting.filter { $0.isFor(actor) }.map {
                Worklist.Item($0, of: actor.role, in: standing.project, for: actor)
            }
        }
    }

    init(_ row: Row) throws {
        project = try row.id("project_id")
        projectName = try row.text("project_name")
        kind = try row.text("kind")
        subject = try row.id("subject_id")
        title = Words(try row.text("title"), try row.text("title_en"))
        role = try row.text("role")
        organisation = try row.optionalText("organisation")
        due = try row.optionalDay("due_on")
        isOwn = try row.bool("own")
        path = try row.text("path")
    }
}

extension Row {
    /// The clause behind a key as the row's project reads it, by its pinned edition, with the value that stands today;
    /// of a part of a record the record's.
    fileprivate func because(_ key: String, _ desk: Desk) throws -> [Reason] {
        let (place, today) = (try text("place"), desk.clock.now.day)
        let policy = try desk.shelf.policy(edition: try text("edition"), place: place, on: today)
        var (name, row) = (Substring(key), Substring())
        while true {
            if let read = try? policy.explained(String(name)) {
                return [
                    read.clause(ofRow: String(row)) ?? Reason(clause: read.citation, reading: [read.reason])
                ]
            }
            guard let dot = name.lastIndex(of: ".") else {
                return desk.shelf.citation(key).map { [Reason(.clause($0))] } ?? []
            }
            (row, name) = (name[dot...].dropFirst(), name[..<dot])
        }
    }
}
