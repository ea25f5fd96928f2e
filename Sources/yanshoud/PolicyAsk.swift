import Actions
import ArgumentParser
import Foundation
import PQ
import Policy
import Questions
import Values
import Web

extension PolicyCommands {
    /// Asks the rules a question, or many: the same rules, by the same functions, that the service decides by.
    struct Ask: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask the rules a question; one JSON object answers.",
            discussion: """
                The facts are one JSON object. Exit 2 names every fact that is missing, malformed or unknown.
                With --batch each line is {"id", "question", "facts"}, and one line answers each, in order; what is \
                wrong with a line, an empty one too, stands in its answer, and the exit is 0.
                """)

        @Argument(help: "The question; --list says which there are.") var question: String?
        @Option(help: "A file of facts; - is the standard input.") var facts: String?
        @Option(help: "A file of questions, one a line; - is the standard input.") var batch: String?
        @Flag(help: "List the questions and the facts that each takes.") var list = false
        @Flag(help: "Tell the answer as an indented tree: verdict, clauses, parameters, findings, facts.")
        var tree = false
        @OptionGroup var source: PackSource

        func validate() throws {
            let asked = [list, batch != nil, question != nil].count { $0 }
            guard asked == 1 else {
                throw ValidationError(
                    "请写明一个问题，或用 --batch、--list · name one question, or give --batch or --list")
            }
            guard question == nil || facts != nil else {
                throw ValidationError("缺少 --facts · --facts is missing")
            }
        }

        func run() async throws {
            if list {
                for question in RuleQuestions.book.questions { Output.line(question.json) }
                return
            }
            let book = try await source.book()
            let today = SystemClock().now.day
            if let batch {
                try Lines.each(of: batch) { number, line in
                    let (read, found) = line.isEmpty ? FactFile.empty(number) : FactFile.line(line)
                    Output.line(
                        RuleQuestions.book.answer(line: read, found: found, under: book, today: today))
                }
            } else if let question, let facts {
                do throws(QuestionFault) {
                    let given = try FactFile.read(FactFile.bytes(of: facts))
                    let answer = try RuleQuestions.book.explain(question, given, under: book, today: today)
                    if tree {
                        print(answer.lines.joined(separator: "\n"))
                    } else {
                        Output.line(answer.json)
                    }
                } catch {
                    Output.fault(["error": error.json])
                    if case .packs = error { throw ExitCode(1) }
                    throw ExitCode(2)
                }
            }
        }
    }
}

/// Facts as they come in files: strict JSON; a number with a fraction is named, since money is text.
private enum FactFile {
    static func bytes(of path: String) throws(QuestionFault) -> [UInt8] {
        if path == "-" { return (try? FileHandle.standardInput.readToEnd()).map { Array($0) } ?? [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .facts([
                FactProblem("facts", .missing, Words("无法读取 \(path)", "读不了 \(path) · \(path) cannot be read"))
            ])
        }
        return Array(data)
    }

    static func read(_ bytes: [UInt8]) throws(QuestionFault) -> JSON {
        let (facts, fractions) = try parse(bytes, inside: "")
        guard fractions.isEmpty else { throw .facts(fractions) }
        return facts
    }

    /// An empty line, which has an answer of its own: answers and lines stand side by side.
    static func empty(_ number: Int) -> (JSON, [FactProblem]) {
        (.null, [.malformed("line", Words("JSON（第 \(number) 行是空的）", "JSON (line \(number) is empty)"))])
    }

    /// A line of a batch, and what is the matter with it; what is no JSON has no value.
    static func line(_ bytes: [UInt8]) -> (JSON, [FactProblem]) {
        do throws(QuestionFault) {
            return try parse(bytes, inside: "/facts")
        } catch {
            guard case .facts(let problems) = error else { return (.null, []) }
            let isOwn = problems.allSatisfy { $0.fact != "id" }
            // Nothing is said of what else the line may lack: what it says twice is the matter with it.
            let named = isOwn ? id(of: bytes) : nil
            return (named.map { ["id": $0, "question": .null, "facts": .null] } ?? .null, problems)
        }
    }

    /// The id of a line that says something twice, so that its answer is found by it; nil where the line is no object.
    private static func id(of bytes: [UInt8]) -> JSON? {
        struct Named: Decodable {
            let id: JSON
        }
        return try? JSONDecoder().decode(Named.self, from: Data(bytes)).id
    }

    private static func parse(_ bytes: [UInt8], inside prefix: String) throws(QuestionFault) -> (
        JSON, [FactProblem]
    ) {
        do throws(JSONFault) {
            let (value, fractions) = try JSONReader.read(bytes)
            let whole = Words("整数，或加引号的文本", "a whole number, or text in quotes")
            return (value, fractions.map { .malformed(name(of: $0.pointer, inside: prefix), whole) })
        } catch {
            let whole = prefix.isEmpty ? "facts" : "line"
            let problem: FactProblem =
                switch error {
                case .malformed(let offset):
                    .malformed(
                        whole, Words("JSON（第 \(offset) 字节起不是）", "JSON (from byte \(offset) it is not)"))
                case .tooDeep: .malformed(whole, Words("至多 32 层的 JSON", "JSON of 32 levels at most"))
                case .repeatedName(let pointer):
                    .malformed(name(of: pointer, inside: prefix), Words("只给一次", "given once"))
                }
            throw .facts([problem])
        }
    }

    /// `/lots/0/estimate` as `lots[0].estimate`.
    private static func name(of pointer: String, inside prefix: String) -> String {
        let own = pointer.hasPrefix(prefix + "/") ? pointer.dropFirst(prefix.count) : pointer[...]
        return own.split(separator: "/").enumerated().reduce(into: "") { name, step in
            let (index, part) = step
            name += Int(part) != nil ? "[\(part)]" : (index == 0 ? "" : ".") + part
        }
    }
}

/// The lines of a file or of the standard input with their numbers, from 1; what follows the last line end is none.
private enum Lines {
    static func each(of path: String, _ body: (Int, [UInt8]) -> Void) throws {
        var number = 0
        func next(_ line: [UInt8]) {
            number += 1
            body(number, line)
        }
        if path == "-" {
            // Line by line, so that whoever asks through a pipe may wait for each answer.
            while let line = readLine(strippingNewline: true) { next(Array(line.utf8)) }
            return
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("读不了 \(path) · \(path) cannot be read")
        }
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { next(line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : Array(line)) }
    }
}

/// Objects as lines: answers on the standard output, faults on the standard error.
private enum Output {
    static func line(_ json: JSON) {
        FileHandle.standardOutput.write(Data(json.canonical + [UInt8(ascii: "\n")]))
    }

    static func fault(_ fields: [String: JSON]) {
        FileHandle.standardError.write(Data(JSON.object(fields).canonical + [UInt8(ascii: "\n")]))
    }
}

/// The questions over HTTP (规则问答).
struct PolicyQuestionRoutes: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/v1/policy/questions", operation: "policy.questions",
                summary: Words("可以询问的规则问题及所需事实", "The questions the rules answer, and their facts"),
                access: .signedIn, tags: ["policy"], answers: [200: PolicyAnswers.questions], handle: list),
            Route(
                .post, "/v1/policy/questions/{question}", operation: "policy.ask",
                summary: Words("按规则回答一个问题，附依据", "Answer a question by the rules, with the clauses"),
                access: .signedIn, tags: ["policy"], body: .open([:]), effect: .unversioned,
                answers: [200: PolicyAnswers.answer], needsIdempotencyKey: false, handle: ask),
        ]
    }

    @Sendable private func list(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        return .json(200, .object(["items": .list(RuleQuestions.book.questions.map(\.json)), "next": .null]))
    }

    @Sendable private func ask(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        let facts = try request.json()
        do throws(QuestionFault) {
            let answer = try RuleQuestions.book.ask(
                request.pathValues["question"] ?? "", facts, under: desk.shelf.current,
                today: desk.clock.now.day)
            return .json(200, answer)
        } catch {
            throw problem(of: error)
        }
    }

    private func problem(of fault: QuestionFault) -> Problem {
        switch fault {
        case .unknownQuestion:
            Problem(404, fault.code, Words("没有这个问题", "There is no such question"), fault.words)
        case .facts(let problems):
            Problem(
                422, fault.code, Words("事实不完整或不正确", "The facts are not as they must be"), fault.words,
                errors: problems.map { FieldError(pointer(of: $0.fact), $0.matter.rawValue, $0.words) })
        case .packs:
            Problem(500, fault.code, Words("政策包有误", "The packs are wrong"), fault.words)
        }
    }

    /// `lots[0].estimate` as `/lots/0/estimate`.
    private func pointer(of fact: String) -> String {
        "/" + fact.replacing("[", with: "/").replacing("]", with: "").replacing(".", with: "/")
    }
}

/// What the questions over HTTP answer.
enum PolicyAnswers {
    /// Every answer has its clauses and packs; what else it holds is the question's own.
    static let answer = Schema.open([
        "because": .reasons, "binding": .bool,
        "packs": .list(
            of: .open([
                "id": .string(), "version": .digest, "hash": .string(),
                "status": .string(oneOf: ["binding", "draft", "interpretation"]),
            ])),
    ])

    static let questions = Schema.open([
        "items": .list(
            of: .open([
                "question": .string(), "title": .text, "title_en": .text, "jurisdiction": .string(),
                "facts": .list(
                    of: .open(["name": .string(), "kind": .text, "kind_en": .text, "optional": .bool])),
            ])), "next": .noID,
    ])
}
