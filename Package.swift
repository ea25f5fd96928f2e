// swift-tools-version: 6.1
import PackageDescription

// Layers, top to bottom: a target imports only from what it names here; `deploy/lib/build` refuses
// undeclared imports. DECISIONS.md and CONTRIBUTING.md say what each layer is for.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

/// A mechanism: one folder of Sources, one of Tests.
func mechanism(
    _ name: String, _ uses: [Target.Dependency], tests: [Target.Dependency] = [], data: [String] = [],
    testData: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: uses, exclude: data, swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + uses + tests,
            path: "Tests/\(name)", exclude: testData, swiftSettings: settings),
    ]
}

/// A capability: pure rules, a service on them, and one test target for both.
func capability(_ name: String, after earlier: [Target.Dependency], on more: [Target.Dependency]) -> [Target]
{
    [
        .target(
            name: name, dependencies: ["Values", "Policy"] + earlier, path: "Sources/\(name)/Rules",
            swiftSettings: settings),
        .target(
            name: "\(name)Service",
            dependencies: [.byName(name: name), "Values", "Policy", "PQ", "Ledger", "Jobs", "Web", "Actions"]
                + earlier + more, path: "Sources/\(name)/Service", swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [
                .byName(name: name), .byName(name: "\(name)Service"), "Values", "Policy", "PQ", "Ledger",
                "Jobs", "Web", "Actions", "Harness",
            ] + earlier + more, path: "Tests/\(name)",
            exclude: ["Snapshots"], swiftSettings: settings),
    ]
}

var targets: [Target] = [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
        name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
        name: "CLibJOSE", pkgConfig: "cjose", providers: [.apt(["libcjose-dev", "libjansson-dev"])]),
    .systemLibrary(name: "CLibPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
        name: "CLibQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
]

targets += mechanism("Values", [])
targets += mechanism(
    "Policy", ["Values", "CLibCrypto", .product(name: "Yams", package: "Yams")], data: ["Packs", "Coverage"])
targets += mechanism("PQ", ["CLibPQ", "Values"])
targets += mechanism("Ledger", ["Values", "CLibCrypto"])
// The log of events: sealing, signing, checking.
targets += mechanism("Sealing", ["Values", "PQ", "Ledger"], tests: ["Harness"])
targets += mechanism("Sheets", ["Values", "CLibZip", "CLibExpat"])
// Packages for the archive, which the inspectors' program checks.
targets += mechanism("Archives", ["Values", "Ledger", "CLibZip"])
targets += mechanism("Web", ["Values"] + nio)
// Photos, which the inspectors' program never decodes.
targets += mechanism(
    "Pictures",
    ["Values", "Ledger", "Web", "CTurboJPEG", "CLibPNG", .product(name: "NIOPosix", package: "swift-nio")])
targets += mechanism(
    "Terminal",
    ["Values", "Ledger", .product(name: "ArgumentParser", package: "swift-argument-parser")] + nio)

targets += mechanism("Cluster", [])
targets += mechanism("Jobs", ["PQ", "Ledger", "Values"], tests: ["Cluster", "Harness", "Policy"])
targets.append(
    .target(
        name: "Actions", dependencies: ["Values", "Policy", "PQ", "Ledger", "Web"], swiftSettings: settings))

// What no capability owns: events, contexts, blocks, papers, people, published policy.
targets.append(
    .testTarget(
        name: "ActionsTests", dependencies: ["Actions", "Values", "PQ", "Ledger", "Policy", "Harness"],
        path: "Tests/Actions", swiftSettings: settings))

targets.append(
    .target(
        name: "Harness", dependencies: ["Values", "Policy", "PQ", "Ledger", "Web", "Actions", "Cluster"],
        swiftSettings: settings))

// What providers of identities say, and whether to believe it.
targets += mechanism("OpenID", ["Values", "Ledger", "CLibJOSE"], tests: ["Harness"])
targets += mechanism(
    "Identity", ["Values", "Policy", "PQ", "Ledger", "Web", "Actions", "OpenID"], tests: ["Harness"])

// What people and programs of others are told.
targets += mechanism(
    "Notices", ["Values", "PQ", "Ledger", "Web", "Actions", "Jobs", "CLibCurl"], tests: ["Harness"])

// The capabilities, in the order of the works; each may use the nouns of those named after it.
let capabilities: [(name: String, after: [String])] = [
    ("Projects", []), ("Tendering", []), ("Delivery", ["Tendering"]), ("Works", []), ("Oversight", ["Works"]),
    ("Conduct", []),
    ("ChangeOrders", ["Projects"]), ("JointAcceptance", ["Projects"]), ("Handover", ["Projects"]),
]
for item in capabilities {
    // The register of households comes as a table; logs and issues come with photos.
    let more: [Target.Dependency] =
        switch item.name {
        case "Projects": ["Sheets"]
        case "Works", "Oversight": ["Pictures"]
        case "Handover": ["Archives"]
        default: []
        }
    targets += capability(item.name, after: item.after.map { .byName(name: $0) }, on: more)
}

// What the rules answer to whoever asks from outside, through the capabilities' own rules.
targets += mechanism("Questions", ["Values", "Policy"] + capabilities.map { .byName(name: $0.name) })

// Stamps the program with what `sql/` held when it was built.
targets += [
    .executableTarget(name: "SchemaStamper", dependencies: ["CLibCrypto"], swiftSettings: settings),
    .plugin(name: "StampSchema", capability: .buildTool(), dependencies: ["SchemaStamper"]),
]
// What the API reads and does, as pages and forms for people.
targets += mechanism("Forms", ["Values", "Web"])
targets.append(
    .executableTarget(
        name: "yanshoud",
        dependencies: [
            "Values", "Policy", "PQ", "Ledger", "Jobs", "Web", "Forms", "Actions", "Cluster", "Identity",
            "Notices", "OpenID", "Questions", "Terminal", "Sealing", "CLibQREncode",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ] + capabilities.flatMap { [.byName(name: $0.name), .byName(name: $0.name + "Service")] },
        swiftSettings: settings, plugins: ["StampSchema"]))

// Our job runner beside its peers, for deploy/bench.
targets.append(
    .executableTarget(
        name: "JobBench",
        dependencies: [
            "Jobs", "Ledger", "PQ", "Values",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: settings))

// Our client beside its peers, for deploy/bench.
targets.append(
    .executableTarget(
        name: "ClientBench",
        dependencies: [
            "PQ", "Values", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: settings))

// The inspectors' program, which never links libpq.
targets += [
    .executableTarget(
        name: "yanshou",
        dependencies: [
            "Values", "Ledger", "Terminal", "Archives", "Web",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: settings),
    .testTarget(
        name: "YanshouTests",
        dependencies: [
            "yanshou", "Archives", "Values", "Policy", "PQ", "Ledger", "Web", "Actions", "Harness",
            "Identity",
            "Projects",
            "ProjectsService", "JointAcceptance", "JointAcceptanceService",
        ], path: "Tests/yanshou", swiftSettings: settings),
]

// Each place's own procedure, from the survey to the start of works, over every capability's routes.
targets.append(
    .testTarget(
        name: "JourneysTests",
        dependencies: [
            "yanshoud", "Values", "Policy", "PQ", "Ledger", "Web", "Actions", "Harness",
            "Projects", "ProjectsService", "Tendering", "TenderingService", "Delivery", "DeliveryService",
            "Works", "WorksService", "JointAcceptance", "JointAcceptanceService", "Handover",
            "HandoverService",
        ], path: "Tests/Journeys", swiftSettings: settings))

// The whole system: the built program, the whole database, the faults it withstands.
targets.append(
    .testTarget(
        name: "SiteTests",
        dependencies: [
            "yanshoud", "Harness", "Cluster", "PQ", "Values", "Policy", "Ledger", "Actions", "Web", "Forms",
            "Sealing",
        ], path: "Tests/Site", swiftSettings: settings))

let package = Package(
    name: "yanshou",
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: targets
)
