package import PQ
package import Values
package import Web

extension Desk {
    /// One page of a list whose things each say what may be done to them (清单里的可办事项).
    ///
    /// `facts` asks for the facts of all of them in one statement: a row for each with its `id` and its `facts`; `offers`
    /// judges one by them. The first column of the list is its cursor, `id`, and it asks for one row more than the limit.
    package func page<Facts: Decodable & Sendable>(
        _ request: Request, of rows: Rows, _ paging: Paging, facts: ([ID]) -> SQL, as type: Facts.Type,
        to offering: Offering, offers: (Facts, ID) throws -> [Offer]
    ) async throws -> Response {
        let shown = Array(rows.prefix(paging.limit))
        let ids = try shown.map { try $0.id("id") }
        var offered = [ID: [String: JSON]]()
        if !ids.isEmpty {
            for row in try await read(request, [facts(ids)], isWatched: false).1[0] {
                let id = try row.id("id")
                offered[id] = offering.fields(try offers(try row.decode(type, "facts"), id))
            }
        }
        var body = Array("{\"items\":[".utf8)
        for (index, row) in shown.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            row.writeJSON(into: &body)
            body.removeLast()
            // What nobody can judge for him is not his to act on.
            for (key, value) in (offered[ids[index]] ?? offering.fields([])).sorted(by: { $0.key < $1.key }) {
                body.append(contentsOf: ",\"\(key)\":".utf8)
                body += value.canonical
            }
            body.append(UInt8(ascii: "}"))
        }
        body += "],\"next\":".utf8
        let next: JSON = rows.count > paging.limit ? ids.last.map { .text("\($0)") } ?? .null : .null
        body += next.canonical
        body.append(UInt8(ascii: "}"))
        return .json(bytes: body)
    }
}
