// swift-tools-version: 6.2
// The package: C ground floor, six libraries that stack one way, and two programs.
// The modules and the direction of their imports are drawn in README.md.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Kernels are optimised in debug builds too: a debug build must train at a usable speed, and
// contraction is off everywhere because a fused multiply-add is only ever an explicit one.
let kernelSettings: [CSetting] = [
  .unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno", "-Wall", "-Wextra", "-Werror"])
]

let package = Package(
  name: "nabla",
  products: [
    .executable(name: "nabla", targets: ["nabla"]),
    .executable(name: "nabla-benchmark", targets: ["nabla-benchmark"]),
    .library(name: "Engine", targets: ["Engine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CKernels", cSettings: kernelSettings),
    .target(
      name: "CTerminal",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo"), .linkedLibrary("readline"),
      ]),
    .target(name: "Engine", dependencies: ["CKernels"], swiftSettings: strict),
    .target(name: "Language", swiftSettings: strict),
    .target(name: "Screen", dependencies: ["Translation"], swiftSettings: strict),
    .target(name: "Translation", swiftSettings: strict),
    .target(name: "Plotting", dependencies: ["Screen", "Translation"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["Screen", "CTerminal"], swiftSettings: strict),
    .target(
      name: "Notebook", dependencies: ["Engine", "Language", "Translation"], swiftSettings: strict),
    .target(
      name: "Interface",
      dependencies: ["Language", "Notebook", "Plotting", "Screen", "Translation"],
      swiftSettings: strict),
    .executableTarget(
      name: "nabla",
      dependencies: [
        "Engine", "Interface", "Language", "Notebook", "Plotting", "Screen", "Terminal",
        "Translation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "CAllocations", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    .executableTarget(
      name: "nabla-benchmark",
      dependencies: [
        "CAllocations", "Engine", "Interface", "Language", "Notebook", "Screen",
        // Its start-up is measured, so it has to be built as well.
        "nabla",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Screen", "Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["CPseudoTerminal", "Engine", "Screen"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["CKernels", "Engine", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
    .testTarget(
      name: "PlottingTests", dependencies: ["Plotting", "Screen", "TestSupport", "Translation"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CTerminal", "Terminal", "Screen", "TestSupport", "terminal-probe"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["Engine", "Language", "Notebook", "TestSupport", "Translation"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Engine", "Interface", "Language", "Notebook", "Plotting", "Screen", "TestSupport",
        "Translation",
      ],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "NablaTests", dependencies: ["nabla", "Screen", "TestSupport", "Translation"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)
