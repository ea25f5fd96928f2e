import Foundation
import PackagePlugin

/// Writes what `sql/` holds at build time into the program that is built (数据库结构标记).
@main
struct StampSchema: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let sql = context.package.directoryURL.appendingPathComponent("sql")
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("BuiltSchema.swift")
        let files = ["migrations", "current"].flatMap { folder in
            let place = sql.appendingPathComponent(folder)
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
            return names.filter { $0.hasSuffix(".sql") }.sorted().map { place.appendingPathComponent($0) }
        }
        return [
            .buildCommand(
                displayName: "Stamping the schema",
                executable: try context.tool(named: "SchemaStamper").url, arguments: [sql.path, output.path],
                inputFiles: files, outputFiles: [output])
        ]
    }
}
