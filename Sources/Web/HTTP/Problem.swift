package import Values

/// One thing wrong with one field of what was sent.
package struct FieldError: Sendable, Hashable {
    /// Where: a JSON pointer into the body (`/items/0/price`), or `?name` for a query parameter.
    package let pointer: String
    package let code: String
    package let words: Words

    package init(_ pointer: String, _ code: String, _ words: Words) {
        self.pointer = pointer
        self.code = code
        self.words = words
    }

    package var json: JSON {
        .object([
            "pointer": .text(pointer), "code": .text(code), "detail": .text(words.zh),
            "detail_en": .text(words.en),
        ])
    }
}

/// What HTTP shows when a request is not granted (RFC 9457): a rule's refusal, a mistake, or a fault.
package struct Problem: Error, Sendable, Hashable {
    package var status: Int
    /// Stable, for programs: `rules_refuse`, or the name of a guard.
    package var code: String
    package var title: Words
    package var detail: Words
    package var refusals: [Refusal] = []
    package var errors: [FieldError] = []
    /// Further members of the document, such as the current representation after a 412.
    package var extra: [String: JSON] = [:]
    package var headers: Headers = [:]

    package init(
        _ status: Int, _ code: String, _ title: Words, _ detail: Words? = nil, refusals: [Refusal] = [],
        errors: [FieldError] = [], extra: [String: JSON] = [:], headers: Headers = [:]
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail ?? title
        self.refusals = refusals
        self.errors = errors
        self.extra = extra
        self.headers = headers
    }

    /// 422 with every reason a rule gave; its code is the first reason's.
    package init(refusedBy refusals: [Refusal]) {
        self.init(
            422, refusals.first?.code ?? "refused", Words("规则不允许这样做", "The rules do not allow this"),
            refusals.first.map { refusals.count == 1 ? $0.detail : Problem.counted(refusals) },
            refusals: refusals)
    }

    package func json(requestID: ID) -> JSON {
        var fields = extra
        fields["type"] = .text("urn:yanshou:problem:" + code)
        fields["code"] = .text(code)
        fields["status"] = .int(Int64(status))
        fields["title"] = .text(title.zh)
        fields["title_en"] = .text(title.en)
        fields["detail"] = .text(detail.zh)
        fields["detail_en"] = .text(detail.en)
        fields["instance"] = .text("urn:uuid:\(requestID)")
        fields["request_id"] = .text(requestID.description)
        fields["refusals"] = .list(refusals.map(\.json))
        fields["errors"] = .list(errors.map(\.json))
        return .object(fields)
    }

    package func response(_ requestID: ID) -> Response {
        var response = Response(
            status,
            headers: [
                "content-type": "application/problem+json; charset=utf-8",
                "x-content-type-options": "nosniff",
            ], body: json(requestID: requestID).canonical)
        for field in headers.fields { response.headers.add(field.name, field.value) }
        return response
    }

    private static func counted(_ refusals: [Refusal]) -> Words {
        Words(
            "有 \(refusals.count) 个原因：" + joined(refusals.map(\.detail.zh), by: "；", endingWith: "。"),
            "\(refusals.count) reasons: " + joined(refusals.map(\.detail.en), by: "; ", endingWith: "."))
    }

    /// Sentences as one: only the last keeps its full stop.
    private static func joined(_ sentences: [String], by separator: String, endingWith stop: String) -> String
    {
        (sentences.dropLast().map { $0.hasSuffix(stop) ? String($0.dropLast(stop.count)) : $0 }
            + sentences.suffix(1)).joined(separator: separator)
    }
}

extension Problem {
    package static var notFound: Problem {
        Problem(404, "not_found", Words("没有这个页面或记录", "There is no such thing here"))
    }

    package static var unauthenticated: Problem {
        Problem(
            401, "sign_in_needed", Words("请先登录", "Sign in first"),
            headers: ["www-authenticate": "Bearer realm=\"yanshou\""])
    }

    package static var forbidden: Problem {
        Problem(403, "not_allowed", Words("您的身份不能做这件事", "Your role may not do this"))
    }

    package static var preconditionRequired: Problem {
        Problem(
            428, "if_match_needed",
            Words("请用 If-Match 说明所依据的版本", "State the version this is based on in If-Match"))
    }

    /// 412: someone changed it in between; the current state goes along.
    package static func stale(current: JSON) -> Problem {
        Problem(
            412, "version_is_stale",
            Words("内容已被他人更新，请看过再改", "It was changed in between; look at it again"),
            extra: ["current": current])
    }

    package static func conflict(_ code: String, _ words: Words) -> Problem { Problem(409, code, words) }

    package static func invalid(_ errors: [FieldError]) -> Problem {
        Problem(
            422, "fields_invalid",
            Words("有 \(errors.count) 处填写不符合要求", "\(errors.count) fields are not as they must be"),
            errors: errors)
    }

    package static func malformed(_ detail: Words) -> Problem {
        Problem(400, "malformed", Words("请求无法读懂", "The request cannot be read"), detail)
    }

    package static func malformedHeader(_ name: String) -> Problem {
        malformed(Words("请求头 \(name) 不符合要求", "The header \(name) is not as it must be"))
    }

    /// 503: the service is short of something just now; the same request may be sent again.
    package static func busy(retryAfter seconds: Int = 5) -> Problem {
        Problem(
            503, "busy", Words("系统繁忙，请稍后用同样的请求再试", "The service is busy; send the same request again"),
            headers: ["retry-after": "\(seconds)"])
    }

    package static func tooManyRequests(retryAfter seconds: Int) -> Problem {
        Problem(
            429, "too_many_requests", Words("操作太频繁，请稍后再试", "Too many requests; try again later"),
            headers: ["retry-after": "\(seconds)"])
    }

    static var fault: Problem {
        Problem(
            500, "fault",
            Words("系统出错，已记录；请凭请求编号联系管理员", "Something failed and was recorded; quote the request id"))
    }

    static func tooLarge(_ limit: Int) -> Problem {
        Problem(
            413, "too_large",
            Words("内容太大，最多 \(limit / 1024) KiB", "The body is too large; at most \(limit / 1024) KiB"))
    }

    static func wrongType(_ wanted: String) -> Problem {
        Problem(
            415, "media_type",
            Words("内容类型应为 \(wanted)", "The content type must be \(wanted)"), headers: ["accept": wanted])
    }
}
