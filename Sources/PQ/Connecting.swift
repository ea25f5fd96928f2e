import CLibPQ

extension Connection {
    /// Connects and sets the session up; blocking, and not yet in pipeline mode.
    static func connect(_ recipe: Recipe) -> Result<OpaquePointer, PQError> {
        // What stands before `dbname` is a default that the URL may override, what stands after it is ours.
        let settings: [(String, String)] = [
            ("connect_timeout", String(max(2, recipe.connectLimit.milliseconds / 1000))),
            ("gssencmode", "disable"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
            ("tcp_user_timeout", "30000"), ("dbname", recipe.url),
            ("application_name", recipe.applicationName),
            ("client_encoding", "UTF8"),
        ]
        guard let pointer = withCStrings(settings, { PQconnectdbParams($0, $1, 1) }) else {
            return .failure(.connection("out of memory"))
        }
        guard PQstatus(pointer) == CONNECTION_OK else {
            let reason = lastWords(of: pointer)
            PQfinish(pointer)
            return .failure(.connection(reason))
        }
        PQsetNoticeReceiver(pointer, { _, _ in }, nil)
        let result = PQexec(pointer, setUp(recipe))
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            let reason = lastWords(of: pointer)
            PQfinish(pointer)
            return .failure(.connection(reason))
        }
        return .success(pointer)
    }

    private static func setUp(_ recipe: Recipe) -> String {
        var text = "set timezone = 'Asia/Shanghai'; set client_min_messages = warning;"
        // Statements here are short and are sent often: compiling one to machine code takes longer than it saves, and the planner
        // chooses it by estimates that functions over few rows exceed.
        text += "set jit = off;"
        text += "set statement_timeout = \(recipe.statementLimit.milliseconds);"
        if let role = recipe.role { text += "set role \(quoted(identifier: role));" }
        text += "set default_transaction_read_only = \(recipe.isReadOnly ? "on" : "off");"
        return text
    }

    private static func withCStrings<Result>(
        _ settings: [(String, String)],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let texts = settings.flatMap { [Array($0.0.utf8CString), Array($0.1.utf8CString)] }
        let joined = texts.flatMap { $0 }
        return joined.withUnsafeBufferPointer { buffer in
            var (keys, values): ([UnsafePointer<CChar>?], [UnsafePointer<CChar>?]) = ([], [])
            var offset = 0
            for (index, text) in texts.enumerated() {
                let start = buffer.baseAddress.map { $0 + offset }
                if index.isMultiple(of: 2) { keys.append(start) } else { values.append(start) }
                offset += text.count
            }
            return body(keys + [nil], values + [nil])
        }
    }
}
