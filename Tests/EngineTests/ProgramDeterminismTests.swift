// One training, the same bits with any number of threads and at every instruction set. The
// settings are the process's, so these run among the kernels' own tests, one by one.

import CKernels
import Engine
import Testing

extension Kernels {
  @Suite struct ProgramDeterminismTests {
    /// 64–48–10 with tanh and Adam on the digits, batches of 50, 50 steps.
    private func trainedBits() throws -> [UInt8] {
      let graph = Graph(seed: 42)
      let digits = DigitsData.make()
      let x = try #require(digits["x"])
      let y = try #require(digits["y"])
      let source = BatchSource(
        name: "digits", columns: [x, y],
        schedule: try BatchSchedule(rows: digits.rows, size: 50, seed: 42, stream: 7))
      let net = Chain([
        Dense(48),
        FunctionLayer("tanh") { node, graph throws(EngineError) in
          try graph.add(HyperbolicTangent(), [node])
        }, LayerNorm(), Dense(10),
      ])
      graph.name(net, "net")
      let scores = try net.traced(try graph.add(BatchRows(source, column: 0), []), in: graph)
      let loss = try Losses.crossEntropy(
        scores, try graph.add(BatchRows(source, column: 1), []), in: graph)
      let program = try graph.compileTraining(
        loss, optimizer: Adam(lr: 0.01), clip: 1
      ).program
      let machine = try Machine(program)
      machine.train(until: 50)
      #expect(machine.number(of: try #require(program.loss)) < 1)
      return machine.fingerprint
    }

    @Test func threadsAndInstructionSets() throws {
      let expected = try trainedBits()
      try Kernels.withEveryThreadCount { threads in
        try Kernels.atEveryLevel { level in
          let bits = try trainedBits()
          #expect(bits == expected, "\(threads) threads, level \(level)")
        }
      }
    }
  }
}
