// Signatures whose defaults are lists or quoted words, and arguments that are one of several words.

import Engine
import Testing

@Suite struct ArgumentWordTests {
  private func arguments(
    _ signature: String, _ positional: [ArgumentValue] = []
  ) throws -> Arguments {
    try Arguments(
      Descriptor("f", .function, signature: signature, summary: "", example: ""),
      positional: positional, keywords: [], graph: Graph(seed: 42))
  }

  @Test func compoundDefaults() throws {
    let call = try arguments("f(x, betas=(0.9, 0.999), mode=\"fan_in\", axes=[1])", [.none])
    #expect(try call.integers("axes") == [1])
    #expect(try call.text("mode") == "fan_in")
    guard case .list(let betas) = call.value("betas"), case .number(let last)? = betas.last else {
      Issue.record("no list")
      return
    }
    #expect(betas.count == 2 && last == 0.999)
  }

  @Test func words() throws {
    let signature = "f(reduction=\"mean\")"
    let words = ["mean", "sum", "none"]
    func word(_ value: ArgumentValue) throws -> String {
      try arguments(signature, [value]).word("reduction", among: words)
    }
    #expect(try arguments(signature).word("reduction", among: words) == "mean")
    #expect(try word(.text("sum")) == "sum")
    #expect(try word(.none) == "none")
    #expect(try word(.layer(FunctionLayer("sum") { node, _ in node })) == "sum")
    expectError(
      "f: 'reduction' must be one of \"mean\", \"sum\", \"none\", not \"maen\"",
      hint: "did you mean 'mean'?"
    ) { _ = try word(.text("maen")) }
    expectError("f: 'reduction' must be one of \"mean\", \"sum\", \"none\", not 3") {
      _ = try word(.number(3))
    }
  }
}
