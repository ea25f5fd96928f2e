import PQ
import Testing
import Values

@Suite("SQL text")
struct SQLTests {
    @Test("a value becomes a parameter and never text")
    func binds() {
        let name = "x'; drop table t; --"
        let sql: SQL = "select * from t where name = \(name) and size > \(7)"
        #expect(sql.text == "select * from t where name = $1 and size > $2")
    }

    @Test("joined statements are numbered through")
    func composes() {
        let left: SQL = "select \(1), '$9'"
        let right: SQL = ", \(2)::text, \("é")"
        let whole = left + right + " limit " + "\(5)"
        #expect(whole.text == "select $1, '$9', $2::text, $3 limit $4")
        let middle: SQL = "with x as (\(left)) select * from x where y = \(3)"
        #expect(middle.text == "with x as (select $1, '$9') select * from x where y = $2")
        let list = [1, 2, 3].map { "(\($0))" as SQL }.joined(separator: ", ")
        #expect(list.text == "($1), ($2), ($3)")
    }

    @Test("more than nine parameters keep their places when renumbered")
    func many() {
        let part = (0..<12).map { "\($0)" as SQL }.joined(separator: ",")
        #expect((part + ";" + part).text.hasSuffix("$12;$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24"))
    }

    @Test("text that is not bound is spelled so, and names are quoted")
    func unescaped() {
        let sql: SQL = "select \(unescaped: "now()") from \(identifier: "we\"ird")"
        #expect(sql.text == "select now() from \"we\"\"ird\"")
    }
}
