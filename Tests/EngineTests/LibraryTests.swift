// The engine as a library: nothing here but its public interface.

import Engine
import Foundation
import Testing

struct LibraryTests {
  /// The article's program, "How a program is made".
  @Test func logisticRegression() throws {
    let graph = Graph(seed: 42)
    let x = graph.tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]).named("x")
    let y = graph.tensor([4, 1], [0, 1, 1, 1]).named("y")
    let w = try graph.parameter("w", [2, 1])
    let b = try graph.parameter("b", [1])

    let z = try (x.matmul(w) + b).named("z")
    let a = try z.call("sigmoid").named("a")
    let loss = try a.call("binary_cross_entropy", y).named("L")

    let trainer = try Trainer(loss, optimizer: SGD(lr: 0.5))
    let listing = trainer.program.instructions.indices.map {
      "\(trainer.program.instructions[$0].phase): \(trainer.program.formula(of: $0))"
    }
    #expect(try article().contains("```\n" + listing.joined(separator: "\n") + "\n```"))

    trainer.machine.stepForward()
    #expect(trainer.machine.counter == 1)
    trainer.machine.stepBack()
    trainer.train(steps: 200)
    #expect(trainer.steps == 200)
    #expect(trainer.loss < 0.2)
    #expect(try (a - y).call("abs").call("amax").value().values[0] < 0.5)

    // dL/dz = (a − y) / n, the line that the article points at.
    let gradient = try loss.gradient(of: z).value()
    let difference = try ((a - y) / 4).value()
    for (g, d) in zip(gradient.values, difference.values) { #expect(Swift.abs(g - d) < 1e-6) }
  }

  /// The first page's program.
  @Test func exclusiveOr() throws {
    let graph = Graph(seed: 42)
    let x = graph.tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1])
    let y = graph.tensor([4, 1], [0, 1, 1, 0])
    let net = Chain([Dense(8), try FunctionLayer("tanh"), Dense(1)])
    let loss = try net(x).call("binary_cross_entropy_with_logits", y)
    let trainer = try Trainer(loss, optimizer: Adam(lr: 0.05))
    trainer.train(steps: 500)
    #expect(trainer.loss < 0.004)
    let answers = try net(x).call("sigmoid").value().values
    for (answer, truth) in zip(answers, [0, 1, 1, 0] as [Float]) {
      #expect(Swift.abs(answer - truth) < 0.01)
    }
    // Parameters with their gradients: the last layer's bias has the mean of σ(z) − y.
    let parameters = graph.parameters(of: net)
    #expect(
      parameters.map(\.path) == [
        "chain.0.weight", "chain.0.bias", "chain.2.weight", "chain.2.bias",
      ])
    let bias = try #require(trainer.gradient(of: parameters[3]))
    #expect(bias.shape == [1] && Swift.abs(bias.values[0]) < 0.01)
    let stranger = try graph.parameter("apart", [1])
    #expect(trainer.gradient(of: stranger) == nil)
    let before = parameters.map(\.value)
    for _ in trainer.program.instructions { trainer.machine.stepForward() }
    #expect(parameters.map(\.value) != before)
    for _ in trainer.program.instructions { trainer.machine.stepBack() }
    #expect(parameters.map(\.value) == before)

    let page = try article("Engine.md")
    for line in [
      "let net = Chain([Dense(8), try FunctionLayer(\"tanh\"), Dense(1)])",
      "let loss = try net(x).call(\"binary_cross_entropy_with_logits\", y)",
      "let trainer = try Trainer(loss, optimizer: Adam(lr: 0.05))",
    ] { #expect(page.contains(line + "\n"), "\(line)") }
  }

  /// Functions by their names: several tensors, arguments as literals, and what is wrong with them.
  @Test func calls() throws {
    let graph = Graph(seed: 1)
    let x = graph.tensor([2, 3], [1, -2, 3, -4, 5, -6])
    let zeros = try x * 0
    #expect(try x.call("sum", keywords: ["axis": -1]).value().values == [2, -5])
    #expect(try x.call("maximum", zeros).value().values == [1, 0, 3, 0, 5, 0])
    let positive = try x.call("gt", zeros)
    #expect(try positive.call("where", x, zeros).value().values == [1, 0, 3, 0, 5, 0])
    #expect(try x.call("reshape", [3, 2]).shape == [3, 2])
    let leaky = try FunctionLayer("leaky_relu", keywords: ["negative_slope": 0.5])
    #expect(try leaky(x).value().values == [1, -1, 3, -2, 5, -3])
    let slopes = graph.tensor([1], [0.25])
    #expect(try x.call("prelu", slopes).value().values == [1, -0.5, 3, -1, 5, -1.5])
    #expect(throws: EngineError("'dense' is no function of tensors, its kind is layer")) {
      _ = try FunctionLayer("dense")
    }
    #expect(
      throws: EngineError("there is no function 'ReLU'", hint: "did you mean 'relu'?")
    ) { _ = try FunctionLayer("ReLU") }
    #expect(
      throws: EngineError("there is no function 'sofmax'", hint: "did you mean 'softmax'?")
    ) { _ = try x.call("sofmax") }
    #expect(
      throws: EngineError("leaky_relu: 'negative_slope' must be a number, not \"steep\"")
    ) { _ = try FunctionLayer("leaky_relu", keywords: ["negative_slope": "steep"])(x) }
  }

  /// The article shows the code that is tested here.
  @Test func articleIsTrue() throws {
    let test = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = test.split(separator: "\n").map { $0.drop { $0 == " " } }
    var checked = 0
    for (place, block) in try article().components(separatedBy: "```").enumerated()
    where place % 2 == 1 && block.hasPrefix("swift\n") && !block.contains("print(") {
      for line in block.split(separator: "\n").dropFirst() {
        checked += 1
        #expect(lines.contains(line.drop { $0 == " " }), "\(line)")
      }
    }
    #expect(checked == 11)
  }

  private func article(
    _ name: String = "HowAProgramIsMade.md", file: String = #filePath
  ) throws -> String {
    let root = file.components(separatedBy: "/Tests/")[0]
    return try String(
      contentsOfFile: root + "/Sources/Engine/Engine.docc/" + name, encoding: .utf8)
  }

  @Test func layersAndSecondDerivatives() throws {
    let graph = Graph(seed: 7)
    let x = graph.tensor([2, 3], [1, 2, 3, 4, 5, 6])
    let net = Chain([Dense(4), Dense(2)])
    let output = try net(x)
    #expect(output.shape == [2, 2])
    #expect(graph.parameters(of: net).map(\.shape) == [[4, 3], [4], [2, 4], [2]])

    // d²(x³)/dx² = 6 x.
    let cubes = try (x * x * x).call("sum")
    let second = try cubes.gradient(of: x).call("sum").gradient(of: x)
    #expect(try second.value().values == [6, 12, 18, 24, 30, 36])
    // Independent of it: zeros.
    #expect(try cubes.gradient(of: output).value().values == [0, 0, 0, 0])
  }

  @Test func errors() throws {
    let graph = Graph(seed: 1)
    let x = graph.tensor([2], [1, 2])
    func message(_ body: () throws -> Void) -> String {
      do { try body() } catch { return (error as? EngineError)?.message ?? "\(error)" }
      return "no error"
    }
    #expect(
      message { _ = try x + graph.tensor([3], [1, 2, 3]) }
        == "add: shapes [2] and [3] do not broadcast")
    #expect(message { _ = try x.call("sofmax") } == "there is no function 'sofmax'")
    #expect(
      message { _ = try x.call("dense") } == "'dense' is no function of tensors, its kind is layer")
    #expect(
      message { _ = try Trainer(x.call("sum"), optimizer: SGD()) }
        == "sum depends on no parameter, there is nothing to train")
  }
}
