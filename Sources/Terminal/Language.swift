package import Values

/// The language of what is shown: Chinese first.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The language the environment asks for (`LC_ALL`, `LC_MESSAGES`, `LANG`); Chinese where it asks for none.
    package init(environment: [String: String]) {
        let wish =
            ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        // C.UTF-8 is what bare machines say and no wish; C alone says that Chinese could not be shown.
        let silent = wish.isEmpty || wish.lowercased().hasPrefix("c.utf")
        self = silent || wish.hasPrefix("zh") ? .chinese : .english
    }

    package func text(_ words: Words) -> String {
        self == .chinese ? words.zh : words.en
    }

    /// What goes into `Accept-Language`.
    package var tag: String { self == .chinese ? "zh-CN" : "en" }
}
