package import Policy
package import Values

/// A project and the edition that it stands under (项目所用政策版本).
package struct EditionFacts: Hashable, Sendable, Codable {
    package let state: ProjectState
    package let version: Int64
    package let place: String
    package let edition: String

    package init(state: ProjectState, version: Int64, place: String, edition: String) {
        self.state = state
        self.version = version
        self.place = place
        self.edition = edition
    }
}

/// The rules for adopting a newer edition of the packs for a project (采用新版政策).
package enum EditionRules {
    /// Whether a project may go on under an edition: the present one of its place, which whoever asks has named.
    ///
    /// What was determined stays under the edition it was determined by.
    ///
    /// - Source: house rule, HOUSE-EDI-1
    package static func adopting(_ target: String, _ facts: EditionFacts, newest: String) -> Decision {
        var reasons = [Refusal]()
        if facts.state == .closed { reasons.append(EditionRefusals.byItself.refusal(nil)) }
        if target == facts.edition, target == newest {
            reasons.append(EditionRefusals.isAdoptedOnce.refusal(nil))
        } else if target != newest {
            reasons.append(
                EditionRefusals.isThePresentOne.refusal(
                    nil, missing: [Words("现行版本 \(newest)", "the present edition is \(newest)")]))
        }
        return Decision(reasons: reasons, under: [])
    }

    /// Keys that an edition has and another has not: what a program may ask of the project and not find.
    ///
    /// - Source: house rule, HOUSE-EDI-1
    package static func missing(in old: Policy, beside new: Policy) -> [String] {
        new.keys.filter { !old.has($0) }.sorted()
    }
}

/// The refusals of adopting an edition (采用新版政策类拒绝), each under its guard's name.
package enum EditionRefusals {
    package static let byTheOffice = RefusalWords(
        "edition_is_adopted_by_the_office",
        Words("项目采用哪一版政策由区旧改办决定。", "The renovation office adopts an edition for a project."),
        remedy: Words("请区旧改办办理。", "Ask the renovation office."), liftedBy: [.renovationOffice])
    package static let isOfItsPlace = RefusalWords(
        "edition_is_of_the_projects_place",
        Words("这一版政策不是项目所在地的。", "The edition is not of the project's place."),
        remedy: Words("选择项目所在地的现行版本。", "Name the present edition of the place."),
        liftedBy: [.renovationOffice])
    package static let isForward = RefusalWords(
        "edition_is_adopted_forward",
        Words("项目不能退回旧版政策。", "A project does not go back to an older edition."),
        remedy: Words("选择现行版本。", "Name the present edition."), liftedBy: [.renovationOffice])
    package static let byItself = RefusalWords(
        "edition_is_adopted_by_itself",
        Words(
            "已关闭的项目不再换用政策版本；换用版本时不改变其他内容。",
            "A closed project keeps its edition, and nothing else changes with it."),
        remedy: Words("只对在办项目单独办理。", "Adopt it for an open project, by itself."),
        liftedBy: [.renovationOffice])
    package static let knowsTheState = RefusalWords(
        "edition_knows_where_the_project_stands",
        Words(
            "现行版本的流程里没有项目现在的阶段。", "The edition's path does not know the state at which the project stands."),
        remedy: Words("由平台维护人员核对政策包的流程后发布。", "The keeper of the packs checks their path and publishes them."),
        liftedBy: [.renovationOffice])
    package static let isAdoptedOnce = RefusalWords(
        "edition_is_adopted_once",
        Words("项目已经在用现行版本。", "The project stands under the present edition already."),
        remedy: Words("不必再办。", "Nothing is to be done."), liftedBy: [.renovationOffice])
    package static let isThePresentOne = RefusalWords(
        "edition_is_the_present_one",
        Words("所指版本不是现行版本。", "The edition named is not the present one."),
        remedy: Words("先看一遍换用后的变化，再按所列版本办理。", "Read what would change, and name the edition that it names."),
        liftedBy: [.renovationOffice])

    package static let all = [
        byTheOffice, isOfItsPlace, isForward, byItself, knowsTheState, isAdoptedOnce, isThePresentOne,
    ]
}
