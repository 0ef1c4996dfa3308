// Calls by name: matching of arguments to signatures, and every message when they do not match.

import Engine
import Testing

@Suite struct ArgumentsTests {
  private let graph = Graph(seed: 42)

  private func arguments(
    _ signature: String, _ positional: [ArgumentValue] = [],
    _ keywords: [(String, ArgumentValue)] = []
  ) throws -> Arguments {
    let name = String(signature.prefix { $0 != "(" })
    return try Arguments(
      Descriptor(name, .function, signature: signature, summary: "", example: ""),
      positional: positional, keywords: keywords, graph: graph)
  }

  @Test func matching() throws {
    let call = try arguments("f(x, axis=none, keepdim=false, rate=1e-3)", [.number(2)])
    #expect(call.name == "f" && call.seed == 42)
    #expect(try call.number("x") == 2)
    #expect(try call.optionalInteger("axis") == nil)
    #expect(try !call.flag("keepdim"))
    #expect(try call.number("rate") == 1e-3)
    let named = try arguments(
      "f(x, axis=none, keepdim=false)", [.number(2)],
      [("keepdim", .flag(true)), ("axis", .number(-1))])
    #expect(try named.flag("keepdim"))
    #expect(try named.optionalInteger("axis") == -1)
    let rest = try arguments("split(data, *parts)", [.text("d"), .number(0.5), .number(0.25)])
    guard case .list(let parts) = rest.value("parts") else {
      Issue.record("no list")
      return
    }
    #expect(parts.count == 2)
    guard case .list(let none) = try arguments("split(data, *parts)", [.text("d")]).value("parts")
    else {
      Issue.record("no list")
      return
    }
    #expect(none.isEmpty)
    #expect(try arguments("f(mode=next)").text("mode") == "next")
    #expect(try arguments("f()").name == "f")
  }

  @Test func numberOfArguments() {
    expectError("f takes no arguments, not 1", hint: "f()") {
      _ = try arguments("f()", [.number(1)])
    }
    expectError("f takes 1 argument, not 2", hint: "f(x)") {
      _ = try arguments("f(x)", [.number(1), .number(2)])
    }
    expectError("f takes 2 arguments, not 3", hint: "f(x, axis=none)") {
      _ = try arguments("f(x, axis=none)", [.number(1), .number(2), .number(3)])
    }
    expectError("f needs 'x'", hint: "f(x, axis=none)") {
      _ = try arguments("f(x, axis=none)", [], [("axis", .number(1))])
    }
  }

  @Test func keywords() throws {
    expectError("f has no argument 'axsi'", hint: "did you mean 'axis'?") {
      _ = try arguments("f(x, axis=none)", [.number(1)], [("axsi", .number(1))])
    }
    expectError("f has no argument 'KeepDim'", hint: "did you mean 'keepdim'?") {
      _ = try arguments("f(x, keepdim=false)", [.number(1)], [("KeepDim", .flag(true))])
    }
    // Nothing is near to one letter.
    expectError("f has no argument 'y'", hint: "f(x)") {
      _ = try arguments("f(x)", [.number(1)], [("y", .number(1))])
    }
    expectError("f has no argument 'colour'", hint: "f(x, axis=none)") {
      _ = try arguments("f(x, axis=none)", [.number(1)], [("colour", .number(1))])
    }
    // PyTorch's words.
    #expect(
      try arguments("f(x, kernel, axis=none)", [.number(1)], [("kernel_size", .number(3))])
        .integer("kernel") == 3)
    #expect(
      try arguments("f(x, kernel_size=1, kernel=2)", [.number(1)], [("kernel_size", .number(3))])
        .integer("kernel") == 2)
    expectError("f: 'axis' is given twice", hint: "f(x, axis=none)") {
      _ = try arguments("f(x, axis=none)", [.number(1), .number(0)], [("dim", .number(1))])
    }
    expectError(
      "f has no argument 'in_features'", hint: "leave it away, the input's size is inferred: f(x)"
    ) { _ = try arguments("f(x)", [.number(1)], [("in_features", .number(1))]) }
    expectError("f: 'x' is given twice", hint: "f(x)") {
      _ = try arguments("f(x)", [.number(1)], [("x", .number(1))])
    }
    expectError("f: 'y' is given twice", hint: "f(x, y=1)") {
      _ = try arguments("f(x, y=1)", [.number(1)], [("y", .number(1)), ("y", .number(2))])
    }
    let word = String(repeating: "a", count: 3000)
    expectError("f has no argument '\(word)'", hint: "f(x)") {
      _ = try arguments("f(x)", [], [(word, .number(1))])
    }
  }

  @Test func wrongKinds() throws {
    let kinds: [(ArgumentValue, String)] = [
      (.tensor(graph.constant(Tensor(shape: [2], repeating: 1))), "a tensor"),
      (.text("a"), "\"a\""), (.none, "none"), (.layer(Dense(1)), "a layer"),
      (.list([]), "a list"), (.initializer(.zeros), "initial values"),
      (.other("a data set"), "a data set"), (.flag(true), "true"), (.number(0.5), "0.5"),
    ]
    for (value, text) in kinds {
      let call = try arguments("f(x)", [value])
      if text != "0.5" {
        expectError("f: 'x' must be a number, not \(text)", hint: "f(x)") {
          _ = try call.number("x")
        }
      }
      if text != "true" {
        expectError("f: 'x' must be true or false, not \(text)", hint: "f(x)") {
          _ = try call.flag("x")
        }
      }
      if text != "\"a\"" {
        expectError("f: 'x' must be a text in quotes, not \(text)", hint: "f(x)") {
          _ = try call.text("x")
        }
      }
      if text != "a layer" {
        expectError("f: 'x' must be a layer, not \(text)", hint: "for example f(dense(8))") {
          _ = try call.layer("x")
        }
      }
      if !["none", "initial values", "0.5"].contains(text) {
        expectError(
          "f: 'x' must be initial values, not \(text)",
          hint: "for example x=xavier_uniform or x=normal(0, 0.1)"
        ) { _ = try call.initializer("x") }
      }
      if ["\"a\"", "none", "initial values", "a data set"].contains(text) {
        expectError("f: 'x' must be a tensor, not \(text)", hint: "f(x)") {
          _ = try call.tensor("x", graph)
        }
      }
    }
    expectError(
      "f: 'x' must be a tensor, not a layer", hint: "apply the layer first: f(net(x))"
    ) { _ = try arguments("f(x)", [.layer(Dense(1))]).tensor("x", graph) }
    expectError("f: 'x' must be tensors, not \"a\"", hint: "f(x)") {
      _ = try arguments("f(x)", [.list([.text("a")])]).tensors("x", graph)
    }
    expectError("chain: 'layers' must be a list of layers", hint: "chain([dense(8), dense(1)])") {
      _ = try make("chain", [.number(1)])
    }
    expectError("chain: 'layers' must be layers, not 1") {
      _ = try make("chain", [.list([.number(1)])])
    }
  }

  @Test func numbers() throws {
    func call(_ value: Double) throws -> Arguments { try arguments("f(x)", [.number(value)]) }
    for (value, text) in [
      (0.5, "0.5"), (.nan, "nan"), (.infinity, "inf"), (1e300, "1e+300"),
      (-9.223372036854775808e18, "-9.223372036854776e+18"), (9.2e18, "9.2e+18"),
    ] as [(Double, String)] {
      expectError("f: 'x' must be a whole number, not \(text)", hint: "f(x)") {
        _ = try call(value).integer("x")
      }
    }
    #expect(try call(-0.0).integer("x") == 0)
    #expect(try call(9_007_199_254_740_992).integer("x") == 1 << 53)
    expectError("f: 'x' must be at least 1, not 0", hint: "f(x)") { _ = try call(0).positive("x") }
    expectError("f: 'x' must be at least 1, not -3", hint: "f(x)") {
      _ = try call(-3).positive("x")
    }
    expectError("f: 'x' must be between 0 and 1, not 2", hint: "f(x)") {
      _ = try call(2).number("x", in: 0...1)
    }
    expectError("f: 'x' must be at least 0, not -1", hint: "f(x)") {
      _ = try call(-1).number("x", in: 0...Double.infinity)
    }
    expectError("f: 'x' must be between 0 and 1, not nan", hint: "f(x)") {
      _ = try call(.nan).number("x", in: 0...1)
    }
    expectError("f: 'x' must be a list of whole numbers, not 0.5", hint: "f(x)") {
      _ = try arguments("f(x)", [.list([.number(1), .number(0.5)])]).integers("x")
    }
    expectError("f: 'x' must be a list of whole numbers, not \"a\"", hint: "f(x)") {
      _ = try arguments("f(x)", [.text("a")]).integers("x")
    }
    #expect(try arguments("f(x)", [.list([.number(2), .number(-1)])]).integers("x") == [2, -1])
    #expect(try arguments("f(x)", [.number(3)]).integers("x") == [3])
    // A constant that a person bound to a name is as good as the number itself.
    let bound = ArgumentValue.tensor(graph.constant(Tensor(shape: [1], values: [4])))
    #expect(try arguments("f(x)", [bound]).integer("x") == 4)
    let list = ArgumentValue.tensor(graph.constant(Tensor(shape: [2], values: [4, 5])))
    #expect(try arguments("f(x)", [list]).integers("x") == [4, 5])
    let constant = try #require(try arguments("f(x)", [.number(2)]).initializer("x"))
    #expect(constant.values(shape: [2], seed: 0, path: "") == [2, 2])
  }

  @Test func literals() throws {
    func tensor(_ list: [ArgumentValue]) throws -> Tensor { try Literal.tensor(list, for: "f") }
    #expect(try tensor([]) == Tensor(shape: [0], values: []))
    #expect(try tensor([.list([]), .list([])]) == Tensor(shape: [2, 0], values: []))
    #expect(
      try tensor([.list([.number(1), .flag(true)]), .list([.number(2), .flag(false)])])
        == Tensor(shape: [2, 2], values: [1, 1, 2, 0]))
    expectError(
      "f: row 1 has 1 elements where row 0 has 2", hint: "all rows of a tensor have one length"
    ) { _ = try tensor([.list([.number(1), .number(2)]), .list([.number(3)])]) }
    expectError("f: row 1 is 2 where a list is expected") {
      _ = try tensor([.list([.number(1)]), .number(2)])
    }
    expectError("f: a list of numbers holds a list", hint: "join tensors with cat([a, b])") {
      _ = try tensor([.number(1), .list([.number(2)])])
    }
    expectError("f: a list of numbers holds \"a\"", hint: "join tensors with cat([a, b])") {
      _ = try tensor([.text("a")])
    }
    // Deep nesting costs no stack.
    var deep = ArgumentValue.number(7)
    for _ in 0..<2000 { deep = .list([deep]) }
    let nested = try tensor([deep])
    #expect(nested.shape.rank == 2001 && nested.values == [7])
  }

  // MARK: The catalogue

  private func make(_ name: String, _ values: [ArgumentValue]) throws -> Any? {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name })
    let arguments = try Arguments(
      entry.descriptor, positional: values, keywords: [], graph: graph)
    switch entry.maker {
    case .function(let function): return try function(arguments, graph)
    case .functions(let functions): return try functions(arguments, graph)
    case .layer(let layer): return try layer(arguments)
    case .optimizer(let optimizer): return try optimizer(arguments)
    case .schedule(let schedule): return try schedule(arguments)
    case .initializer(let initializer): return try initializer(arguments)
    case .dataset(let dataset): return try dataset(arguments)
    }
  }

  /// Every entry says what help shows, under a name of its own, and refuses what it cannot take.
  @Test func entries() throws {
    let names = Entries.all.map(\.descriptor.name)
    #expect(Set(names).count == names.count)
    for entry in Entries.all {
      let descriptor = entry.descriptor
      #expect(descriptor.signature.hasPrefix(descriptor.name + "("), "\(descriptor.name)")
      #expect(descriptor.signature.hasSuffix(")"), "\(descriptor.name)")
      #expect(descriptor.summary.hasSuffix("."), "\(descriptor.name)")
      #expect(!descriptor.example.isEmpty, "\(descriptor.name)")
      // Hostile arguments give an error or a result.
      for value in [
        .none, .number(.nan), .number(-.infinity), .number(-9.3e18), .number(1e18), .text(""),
        .list([.list([]), .number(1)]), .other("a data set"), .layer(Dense(1)),
        .tensor(graph.constant(Tensor(shape: [0, 3], values: []))),
      ] as [ArgumentValue] {
        for count in 0...5 {
          _ = try? make(descriptor.name, Array(repeating: value, count: count))
        }
      }
    }
  }

  @Test func settingsOfOptimizers() {
    expectError(
      "adam: 'betas' must be two numbers between 0 and 1, not 1.5",
      hint: "for example betas=(0.9, 0.999)"
    ) { _ = try make("adam", [.number(0.1), .number(1.5)]) }
    let dense = "dense(units, bias=true, init=none)"
    expectError("dense: 'units' must be at least 1, not 0", hint: dense) {
      _ = try make("dense", [.number(0)])
    }
    expectError("dense: 'units' must be a whole number, not 1.5", hint: dense) {
      _ = try make("dense", [.number(1.5)])
    }
    // As PyTorch has it, with the inputs first: the signature says what is where.
    expectError("dense: 'bias' must be true or false, not 8", hint: dense) {
      _ = try make("dense", [.number(3), .number(8)])
    }
  }
}
