import ArgumentParser
import Foundation
import Policy
import Questions
import Values

extension PolicyCommands {
    /// Which rule of the catalogue is carried out where, and which is not.
    struct Coverage: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "逐条核对规则清单的落实情况，有未落实的退出码 1。Hold the list of rules against what the product does; exit 1 where one is not placed.",
            discussion: """
                每条规则写明由哪些键、规则函数、拦截、问题和测试落实，或不落实的理由；写到的都必须存在。
                Every rule has its placing in Sources/Policy/Coverage: the pack keys, rule functions, guards, \
                questions and tests that carry it out, or the reason why there are none. All that is named must \
                exist; functions and tests are looked up where the source is at hand.
                """)

        @OptionGroup var places: Places
        @Option(help: "落实表目录。The folder of the placings; default: Coverage beside the packs.") var coverage:
            String?
        @Option(
            help:
                "列出一类规则和理由。List the rules of one kind, with their reasons: none, enforced, computed, required …"
        )
        var kind: String?
        @Option(help: "按部分或按地区计数。What the counts go by: the part of the catalogue, or the place.")
        var by = Grouping.part
        @Flag(help: "列出文件之间的冲突及处理。List the conflicts between texts, and how each is settled.") var conflicts =
            false
        @Flag(
            help:
                "列出缺的文件和平台自定的读法。List what stands open: texts missing or unchecked, and the platform's own readings."
        )
        var open = false

        func validate() throws {
            guard let kind, CoverageKind(rawValue: kind) == nil else { return }
            let known = CoverageKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("没有 \(kind) 这一类，可用：\(known) · no kind \(kind): one of \(known)")
        }

        func run() async throws {
            let packs = try places.packsFolder()
            let folder =
                coverage
                ?? URL(fileURLWithPath: packs).deletingLastPathComponent()
                .appendingPathComponent("Coverage").path
            do {
                let sheet = try CoverageSheet.load(folder: folder)
                if open { for line in try PolicyBook.load(folder: packs).openMatters() { print(line) } }
                let index = try CoverageIndex(
                    PolicyBook.load(folder: packs),
                    guards: Set(Capabilities.refusals.joined().map(\.code)),
                    questions: Set(RuleQuestions.book.questions.map(\.name)),
                    cases: PolicyCase.load(folder: packs), source: source(above: folder))
                try tell(sheet, index)
            } catch let errors as PackErrors {
                for problem in errors.problems { print(problem) }
                throw ExitCode(1)
            }
        }

        private func tell(_ sheet: CoverageSheet, _ index: CoverageIndex) throws {
            if let kind {
                let wanted = CoverageKind(rawValue: kind)
                for (id, statement) in sheet.rules {
                    guard let placing = sheet.placings[id], placing.kind == wanted else { continue }
                    print("\(id)\t\(statement)\t\(placing.why ?? "")")
                }
            }
            if conflicts {
                for conflict in sheet.conflicts {
                    print("\(conflict.id)\t\(conflict.words.zh)\t\(conflict.resolution.zh)")
                }
            }
            let problems = sheet.problems(against: index)
            for problem in problems { print(problem) }
            // By place a rule of the country counts in every place where it holds: those lines have no sum.
            print(
                by == .place
                    ? table(sheet.countsByPlace(index), summed: false) : table(sheet.counts(), summed: true))
            if index.source == nil {
                print("the source is not at hand: functions and tests were not looked up")
            }
            let placed = sheet.rules.count { sheet.placings[$0.id] != nil }
            let cases = sheet.shownCount(index.cases)
            print(
                "cases: \(cases.complete) of \(cases.deciding) rules that decide with positive, negative and boundary cases: "
                    + "\(cases.byQuestion) by questions, \(cases.byTest) by tests; \(cases.edgeless) of them without an edge"
            )
            let open = sheet.rules.map(\.id).filter { sheet.placings[$0]?.isUnfinished == true }
            if !open.isEmpty {
                print("not done yet, by their own reasons: \(open.count): \(open.joined(separator: " "))")
            }
            print("coverage: \(placed) of \(sheet.rules.count) ids placed")
            if !problems.isEmpty { throw ExitCode(1) }
        }

        enum Grouping: String, ExpressibleByArgument { case part, place }

        private func table(_ rows: [(group: String, counts: [Int])], summed: Bool) -> String {
            let kinds = CoverageKind.allCases.map(\.rawValue)
            let sums = kinds.indices.map { kind in rows.reduce(0) { $0 + $1.counts[kind] } }
            func row(_ name: String, _ cells: [String]) -> String {
                ([name.padding(toLength: 4, withPad: " ", startingAt: 0)]
                    + zip(cells, kinds + ["all"]).map { cell, kind in
                        String(repeating: " ", count: max(0, max(kind.count, 4) - cell.count)) + cell
                    }).joined(separator: "  ")
            }
            let lines = rows.map { group, counts in
                row(group, (counts + [counts.reduce(0, +)]).map(String.init))
            }
            let head = row("", kinds + ["all"])
            let all = summed ? [row("all", (sums + [sums.reduce(0, +)]).map(String.init))] : []
            return ([head] + lines + all).joined(separator: "\n")
        }

        /// The declarations, test titles and reads of keys of the tree that the placings lie in; nil outside a tree.
        private func source(above folder: String) -> SourceIndex? {
            let root = URL(fileURLWithPath: folder).standardizedFileURL
                .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            var index = SourceIndex()
            for part in ["Sources", "Tests", "sql/current"] {
                let top = root.appendingPathComponent(part).path
                guard let names = FileManager.default.enumerator(atPath: top) else { return nil }
                for case let name as String in names {
                    let isPack = name.hasPrefix("Policy/Packs/") && name.hasSuffix(".yaml")
                    guard isPack || name.hasSuffix(".swift") || name.hasSuffix(".sql"),
                        let bytes = FileManager.default.contents(atPath: top + "/" + name)
                    else { continue }
                    let text = String(decoding: bytes, as: UTF8.self)
                    if name.hasSuffix(".swift") {
                        let file = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
                        index.add(text, suite: file)
                    }
                    if isPack {
                        index.reads.add(pack: text)
                    } else if part != "Tests", !name.contains("Refusals") {
                        index.reads.add(text)
                    }
                }
            }
            return FileManager.default.fileExists(atPath: root.appendingPathComponent("Tests").path)
                ? index : nil
        }
    }
}
