import Actions
import ArgumentParser

/// How much of what was answered a process keeps, an operator's choice.
struct AnswerMemory: ParsableArguments {
    @Option(
        help: """
            用多少内存留存应答，MiB；0 则每次都重新查询。Memory for kept answers in MiB; with 0 every read is made anew.
            """)
    var answers: Int = 16

    func validate() throws {
        guard (0...4096).contains(answers) else {
            throw ValidationError("--answers 是 0 到 4096 MiB · --answers is 0 to 4096 MiB")
        }
    }

    var made: Answers { Answers(most: answers << 20) }
}
