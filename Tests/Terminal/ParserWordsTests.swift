import Testing
import Values

@testable import Terminal

@Suite("What the parser says, in both languages")
struct ParserWordsTests {
    @Test(arguments: [
        ("Missing expected argument '<project>'", "缺少 <project>"),
        ("Missing expected argument '--login <login>'", "缺少 --login <login>"),
        ("Missing value for '--login <login>'", "--login <login> 后面缺少值"),
        ("Unknown option '--nosuch'", "没有选项 --nosuch"),
        ("Unknown option '--jason'. Did you mean '--json'?", "没有选项 --jason；是不是 --json？"),
        ("Unexpected argument 'extra'", "多出参数 extra"),
        ("2 unexpected arguments: 'a', 'b'", "多出参数 a、b"),
        ("The value 'x' is invalid for '<project>'", "<project> 不能是“x”"),
        (
            "The value 'foo' is invalid for '<gate>'. Please provide one of 'launch', 'start' or 'acceptance'.",
            "<gate> 不能是“foo”；可用：launch、start、acceptance"
        ),
        (
            "The value 'xx' is invalid for '--lang <lang>'. Please provide one of 'zh' and 'en'.",
            "--lang <lang> 不能是“xx”；可用：zh、en"
        ),
        ("Missing required subcommand.", "请写明子命令"),
    ])
    func `a mistake is told in Chinese, with the parser's own words beside`(message: String, chinese: String)
    {
        #expect(ParserWords.words(message) == Words(chinese, message))
        let shown = ParserWords.mistake(
            message,
            in: "Error: \(message)\nHelp:  <project>  项目 / the project\nUsage: yanshou gate <project>\n"
                + "  See 'yanshou gate --help' for more information.")
        #expect(
            shown == "命令有误：\(chinese)\n  \(message)\n参数 / argument:  <project>  项目 / the project\n"
                + "用法 / usage: yanshou gate <project>\n  详见 / see: yanshou gate --help")
    }

    @Test func `help has heads in both languages, and nothing else is touched`() {
        let help = """
            OVERVIEW: 关口 / a gate

            USAGE: yanshou gate <project>

            OPTIONS:
              --lang <lang>           语言 / language (values: zh, en)
              --key <key>             密钥 / the key (default: signing)
              -h, --help              Show help information.
            """
        let own = ParserWords.help(help)
        #expect(own.hasPrefix("说明 / overview: 关口"))
        for line in [
            "用法 / usage: yanshou gate <project>", "选项 / options:", "(可用 / values: zh, en)",
            "(默认 / default: signing)", "显示帮助 / show this help",
        ] {
            #expect(own.contains(line), "\(line)")
        }
        #expect(ParserWords.help("#!/bin/bash\nOPTIONS:") == "#!/bin/bash\nOPTIONS:")
        #expect(ParserWords.help("0.1.0") == "0.1.0")
    }
}
