package import Values
package import Web

/// Which page of a list is wanted: after this id, so many.
package struct Paging: Sendable {
    package let after: ID?
    package let limit: Int

    package init(_ request: Request) {
        after = request.query["after"].flatMap { ID($0) }
        limit = min(max(request.query["limit"].flatMap { Int($0) } ?? 50, 1), 200)
    }

    package static let parameters: [Parameter] = [
        Parameter("after", .id, Words("上一页最后一项的标识", "the last id of the page before")),
        Parameter("limit", .int(min: 1, max: 200), Words("每页项数", "items on a page")),
    ]
}
