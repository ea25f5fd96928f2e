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
        (
            "The value 'nothing' is invalid for '<gate>'. Please provide one of the following:\n  - a\n  - b",
            "<gate> 不能是“nothing”；可用：a、b"
        ),
        (
            "Unknown option '-ab'\n   or: Missing value for '-a <a>' in '-ab'",
            "没有选项 -ab；或者-a <a> 后面缺少值"
        ),
        ("Invalid option: -é", "选项有误：-é"),
        ("Something that no parser said before", "这样写不对，请看用法"),
        ("Missing required subcommand.", "请写明子命令"),
    ])
    func `a mistake is told in one language, with all of its lines`(message: String, chinese: String) {
        #expect(ParserWords.words(message) == Words(chinese, message))
        let whole =
            "Error: \(message)\nHelp:  <project>  项目 / the project\nUsage: yanshou gate <project>\n"
            + "  See 'yanshou gate --help' for more information."
        #expect(
            ParserWords.mistake(message, in: whole, .chinese)
                == "命令有误：\(chinese)\n参数：<project>  项目\n用法：yanshou gate <project>\n"
                + "  详见：yanshou gate --help")
        #expect(
            ParserWords.mistake(message, in: whole, .english)
                == "Error: \(message)\nArgument: <project>  the project\nUsage: yanshou gate <project>\n"
                + "  See: yanshou gate --help")
    }

    @Test(arguments: [
        ("没有这一项 · no such thing", "没有这一项", "no such thing"),
        ("没有这一项。 No such thing.", "没有这一项。", "No such thing."),
        ("没有这一项 / no such thing", "没有这一项", "no such thing"), ("没有", "没有", "没有"),
    ])
    func `what a command says in both languages is shown in one`(said: String, zh: String, en: String) {
        #expect(ParserWords.words(said) == Words(zh, en))
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
