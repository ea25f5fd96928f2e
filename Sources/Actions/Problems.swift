package import PQ
import Policy
package import Values
package import Web

/// Every refusal by its code (拒绝目录): what a guard's name means in words.
package struct RefusalIndex: Sendable {
    private let words: [String: RefusalWords]

    package init(_ lists: [[RefusalWords]]) {
        words = Dictionary(lists.joined().map { ($0.code, $0) }) { first, _ in first }
    }

    package subscript(code: String) -> RefusalWords? { words[code] }

    package var codes: [String] { words.keys.sorted() }
}

/// The problems that every action may meet.
package enum Problems {
    package static let notFound = Problem(
        404, "not_found", Words("没有找到", "not found"),
        Words("没有这个对象，或您无权查看。", "There is no such thing, or it is not yours to see."))
    package static let takesNoPart = Problem(
        403, "takes_no_part", Words("您的单位已不在这个项目里", "your unit takes no part in this project any more"),
        Words(
            "参建、任职或席位已经结束：可以查看经手的内容，不能再办理。",
            "Its engagement, office or seat has ended: what it had to do with may be read, nothing more be done."
        ))
    package static let notSignedIn = Problem(
        401, "not_signed_in", Words("请先登录", "sign in first"),
        Words("令牌缺失、过期或已撤销。", "The token is missing, expired or revoked."))
    package static let keyIsMissing = Problem(
        400, "idempotency_key_is_missing", Words("缺少 Idempotency-Key", "Idempotency-Key is missing"),
        Words("每次写入须带幂等键，重试时用同一个键。", "Every write carries a key; a retry carries the same one."))
    package static let keyIsReused = Problem(
        422, "idempotency_key_is_reused", Words("幂等键已用于别的内容", "the key was used for something else"),
        Words("同一个键只能重试同一个请求。", "A key repeats the same request only."))
    package static let keyIsBusy = Problem(
        409, "idempotency_key_is_busy", Words("同一请求正在处理", "the same request is running"),
        Words("请稍后用同一个键重试。", "Try again with the same key."))

    package static let isStale = Problem(
        412, "version_is_stale", Words("已被他人修改", "changed by someone else"),
        Words("请刷新后重试。", "Read it again and retry."))
    package static let existsAlready = Problem(
        409, "exists_already", Words("已经存在", "it exists already"),
        Words("同一标识的对象已经存在。", "Something with this identity exists already."))
    package static let namesSomethingUnknown = Problem(
        422, "names_something_unknown", Words("引用的对象不存在", "it names something unknown"),
        Words("请求里引用的对象不存在。", "The request names something that does not exist."))

    /// The same with what was looked for, where the database says it.
    static func namesUnknown(_ noun: Words?) -> Problem {
        guard let noun else { return namesSomethingUnknown }
        var problem = namesSomethingUnknown
        problem.detail = Words(
            "请求里引用的\(noun.zh)不存在，或不属于这里。", "The request names \(noun.en) that does not exist, or not here.")
        return problem
    }

    package static func roleMayNot(_ role: Role, _ access: Access?) -> Problem {
        let names = access?.roleWords ?? []
        return Problem(
            403, "role_may_not", Words("您的角色不能做这件事", "your role may not do this"),
            Words(
                "您的角色是\(role.words.zh)；可以做的角色：\(names.map(\.zh).joined(separator: "、"))。",
                "You act as \(role.words.en); it is for: \(names.map(\.en).joined(separator: ", "))."))
    }

    package static func refused(_ refusals: [Refusal]) -> Problem { Problem(refusedBy: refusals) }
}

extension Desk {
    /// What HTTP shows of the database's no, or of its failure; a guard's name stands for the rules of the place.
    package func problem(of error: PQError, in place: String? = nil) -> any Error {
        switch error {
        case .failed(let failure): return problem(of: failure, in: place)
        case .unknown:
            return Problem(
                503, "outcome_is_unknown", Words("结果未知", "the outcome is not known"),
                Words("请用同一个幂等键重试，不会重复生效。", "Send it again with the same key: it takes effect once."),
                headers: ["retry-after": "1"])
        default:
            return Problem(
                503, "database_is_away", Words("数据库暂不可用", "the database is away"),
                Words("请稍后用同一个幂等键重试。", "Try again shortly, with the same key."), headers: ["retry-after": "2"]
            )
        }
    }

    private func problem(of failure: Failure, in place: String?) -> any Error {
        if failure.sqlstate == "YS401" { return Problems.notSignedIn }
        let given = failure.constraint ?? ""
        let name = given.hasSuffix("_op_id_fkey") ? "no_event_no_commit" : given
        if failure.sqlstate == "YS412" || name == "version_steps_by_one" { return Problems.isStale }
        if let words = refusals[name] {
            return Problems.refused([shelf.refusal(words, for: place, on: clock.now.day)])
        }
        switch failure.sqlstate {
        case "23505": return Problems.existsAlready
        case "23503": return Problems.namesUnknown(ReferenceWords.words(of: failure))
        // Anything else is a fault: the router logs it whole and shows nothing of it.
        default: return PQError.failed(failure)
        }
    }
}
