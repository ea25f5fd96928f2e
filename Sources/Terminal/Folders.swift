/// Where the program keeps its files, by the XDG rules.
package struct Folders: Sendable, Hashable {
    /// Profile and keys.
    package let config: String
    /// Outbox and dossiers.
    package let state: String

    package init(config: String, state: String) {
        self.config = config
        self.state = state
    }

    package init(environment: [String: String]) throws(InputMistake) {
        func folder(_ variable: String, _ fallback: String) throws(InputMistake) -> String {
            if let given = environment[variable], given.hasPrefix("/") { return given + "/yanshou" }
            guard let home = environment["HOME"], home.hasPrefix("/") else {
                throw InputMistake("no_home", "没有设置 HOME，不知文件存于何处", "HOME is not set: nowhere to keep files")
            }
            return home + "/" + fallback + "/yanshou"
        }
        config = try folder("XDG_CONFIG_HOME", ".config")
        state = try folder("XDG_STATE_HOME", ".local/state")
    }

    package var profile: String { config + "/profile.json" }
    package var keys: String { config + "/keys" }
    package var outbox: String { state + "/outbox" }
    package var dossiers: String { state + "/dossiers" }
}
