import ArgumentParser
import Glibc
import Terminal
import Values

@main
enum Program {
    static func main() async {
        exit(await Shell.run(Yanshou.self, Array(CommandLine.arguments.dropFirst())))
    }
}

/// The inspectors' program (验收员命令行): works without a network where it can, and says so where it cannot.
struct Yanshou: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "yanshou",
        abstract: "验收命令行：待办、项目、关口、卷宗、离线签名 / inbox, projects, gates, dossiers, signing offline",
        discussion: """
            退出码 / exit status:
              0   完成 / done
              1   规则不允许，或关口未开 / a rule refused it, or a gate is shut
              2   命令或输入有误，或所指不存在 / a mistake in the command or its input, or no such thing
              3   连不上系统，未送达的留在待发箱 / the site is away; what was to be sent waits in the outbox
              4   未登录或无权 / not signed in, or not allowed
              5   签名、摘要或证书不成立 / a signature, digest or certificate does not hold
              6   已被他人修改 / someone else changed it
              7   证书本身完整，但签发密钥未经核对 / the certificate is whole, its issuing key was not checked
              70  程序出错 / the program failed
            补全 / completion: yanshou --generate-completion-script bash|zsh|fish
            """,
        version: version,
        subcommands: [
            SignInCommand.self, SignOutCommand.self, WhoAmICommand.self, StatusCommand.self, KeyCommands.self,
            InboxCommand.self, ProjectsCommand.self, GateCommand.self, RoundsCommand.self,
            DossierCommands.self, SignCommand.self, SendCommand.self,
            OutboxCommands.self, CertificateCommands.self, VerifyCommand.self, VerifyProofCommand.self,
            WitnessCommands.self, EditionCommands.self,
        ])
}

extension ID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Instant: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso: argument) }
}

extension JSON {
    /// A text of the site's in both languages: `name` and `name_en`.
    func words(_ name: String) -> Words {
        let chinese = self[name]?.text ?? ""
        return Words(chinese, self[name + "_en"]?.text ?? chinese)
    }

    func text(_ name: String) -> String { self[name]?.text ?? "" }
}
