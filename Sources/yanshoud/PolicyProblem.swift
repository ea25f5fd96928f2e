import Policy
import Values
import Web

extension PolicyFault {
    /// What the packs do not answer, as whoever asked meets it: with what helps, and who can do it.
    var problem: Problem {
        let office = Refusal(code, words, source: citation, remedy: remedy, liftedBy: [.renovationOffice])
        return Problem(
            422, code, words, refusals: [office],
            extra: ["because": .list(because.map(\.json))].merging(key.map { ["key": .text($0)] } ?? [:]) {
                $1
            })
    }

    private var remedy: Words {
        let keeper = Words("由平台维护人员", "The keeper of the packs")
        return switch self {
        case .keyMissing, .fieldMissing:
            Words(
                "项目如果还在用旧版政策，由区旧改办换用现行版本：先看变化（yanshou edition show 项目），再换用（yanshou edition adopt 项目 版本）；"
                    + "已是现行版本的，\(keeper.zh)在政策包里补上这一条并发布。",
                "Where the project stands under an older edition, the renovation office adopts the present one: see what "
                    + "changes (yanshou edition show PROJECT), then yanshou edition adopt PROJECT EDITION. "
                    + "\(keeper.en) adds the key where it is the present one.")
        case .needsSource:
            Words(
                "取得该文件后，\(keeper.zh)收录并发布；此前由区旧改办按文件人工认定，不在系统里办理这一步。",
                "\(keeper.en) takes the document in once it is held; until then the office decides by the document itself."
            )
        case .notInForce:
            Words(
                "核对所填日期；日期无误的，\(keeper.zh)补上这一天有效的规定并发布。",
                "Check the day; where it is right, the keeper of the packs adds what was in force on it.")
        case .wrongKind, .placeUnknown:
            Words("\(keeper.zh)改正政策包并发布。", "\(keeper.en) corrects the packs and publishes them.")
        case .calendarNotLoaded:
            Words(
                "国务院公布该年放假安排后，\(keeper.zh)收录工作日历并发布。",
                "\(keeper.en) takes the year's calendar in once it is published.")
        case .editionUnknown:
            Words(
                "\(keeper.zh)发布这一版政策（yanshoud policy publish）。",
                "\(keeper.en) publishes that edition (yanshoud policy publish).")
        }
    }
}
