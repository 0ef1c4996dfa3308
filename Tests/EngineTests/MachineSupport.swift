// Programs to walk in, and what a machine's whole state is compared by.

import CKernels
import Engine
import TestSupport
import Testing

/// A training program, made afresh each time, so that two machines share nothing.
struct WalkedProgram: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable () throws -> Program

  static let all = [multilayer, attention, logistic]

  /// A data set of 20 rows in batches of 6: the last of an epoch has 2. Dense layers, Adam with
  /// decay, clipping.
  static let multilayer = WalkedProgram(testDescription: "batches, Adam") {
    let graph = Graph(seed: 11)
    let source = BatchSource(
      name: "points",
      columns: [
        Tensor(shape: [20, 3], values: OperationCase.values(.any, 60, seed: 1)),
        Tensor(shape: [20], values: OperationCase.values(.index(3), 20, seed: 2)),
      ], schedule: try BatchSchedule(rows: 20, size: 6, seed: 5, stream: 9))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let y = try graph.add(BatchRows(source, column: 1), [])
    let net = Chain([
      Dense(4),
      FunctionLayer("tanh") { node, graph throws(EngineError) in
        try graph.add(HyperbolicTangent(), [node])
      }, Residual(Dense(4)), Dense(3),
    ])
    graph.name(net, "net")
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    return try graph.compileTraining(
      loss, optimizer: Adam(lr: 0.05, weightDecay: 0.01), clip: 0.5
    ).program
  }

  /// Two windows of four tokens at a time out of five: embedding, masked attention, AdamW.
  static let attention = WalkedProgram(testDescription: "attention, AdamW") {
    let graph = Graph(seed: 12)
    let source = BatchSource(
      name: "windows",
      columns: [
        Tensor(shape: [5, 4], values: OperationCase.values(.index(6), 20, seed: 3)),
        Tensor(shape: [5, 4], values: OperationCase.values(.index(6), 20, seed: 4)),
      ], schedule: try BatchSchedule(rows: 5, size: 2, seed: 6, stream: 8))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let y = try graph.add(BatchRows(source, column: 1), [])
    let block = Chain([
      Embedding(6, 4), Residual(Chain([LayerNorm(), SelfAttention(heads: 2, causal: true)])),
      Dense(6),
    ])
    graph.name(block, "block")
    let loss = try Losses.crossEntropy(try block.traced(x, in: graph), y, in: graph)
    return try graph.compileTraining(loss, optimizer: Adam(lr: 0.02, decoupled: true)).program
  }

  /// A recurrent layer unrolled over four time steps, stateful, AdamW: states are carried from step
  /// to step, and the update writes every weight twice.
  static let recurrent = WalkedProgram(testDescription: "RNN in time, AdamW") {
    let graph = Graph(seed: 14)
    let x = graph.constant(
      Tensor(shape: [2, 4, 3], values: OperationCase.values(.any, 24, seed: 7)))
    graph.name(x, "x")
    let y = graph.constant(
      Tensor(shape: [2, 4], values: OperationCase.values(.index(3), 8, seed: 8)))
    var options = Recurrent.Options()
    options.isStateful = true
    let net = Chain([Recurrent(.rnn(nonlinearity: .tanh), 3, options: options), Dense(3)])
    graph.name(net, "net")
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    return try graph.compileTraining(
      loss, optimizer: Adam(lr: 0.02, weightDecay: 0.1, decoupled: true)
    ).program
  }

  /// A layer of gated cells over five time steps, forward and back, under another one: what the
  /// steps give and get is put together of pieces.
  static let gated = WalkedProgram(testDescription: "LSTM and GRU in time, SGD") {
    let graph = Graph(seed: 15)
    let x = graph.constant(
      Tensor(shape: [4, 5, 3], values: OperationCase.values(.any, 60, seed: 9)))
    graph.name(x, "x")
    let y = graph.constant(
      Tensor(shape: [4, 5], values: OperationCase.values(.index(3), 20, seed: 10)))
    var options = Recurrent.Options()
    options.isBidirectional = true
    let net = Chain([Recurrent(.lstm, 3, options: options), Recurrent(.gru, 2), Dense(3)])
    graph.name(net, "net")
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    return try graph.compileTraining(loss, optimizer: SGD(lr: 0.1), clip: 1).program
  }

  /// Logistic regression written as a formula, SGD with Nesterov's momentum, no batches.
  static let logistic = WalkedProgram(testDescription: "formula, SGD") {
    let graph = Graph(seed: 13)
    let x = graph.constant(Tensor(shape: [7, 2], values: OperationCase.values(.any, 14, seed: 5)))
    graph.name(x, "x")
    let y = graph.constant(
      Tensor(shape: [7, 1], values: OperationCase.values(.mask, 7, seed: 6)))
    let w = try graph.freeParameter("w", [2, 1], Initializer("n", .normal(mean: 0, deviation: 1)))
    let b = try graph.freeParameter("b", [1], .zeros)
    let z = try graph.add(Add(), [try graph.matmul(x, w), b])
    graph.name(z, "z")
    let loss = try Losses.binaryCrossEntropy(try graph.add(Sigmoid(), [z]), y, in: graph)
    return try graph.compileTraining(
      loss, optimizer: SGD(lr: 0.3, momentum: 0.9, nesterov: true, weightDecay: 0.01)
    ).program
  }
}

extension Machine {
  /// SHA-256 over where the machine stands and the bits of everything that is computed there.
  var fingerprint: [UInt8] {
    var hash = NablaSHA256()
    nabla_sha256_start(&hash)
    func add(_ values: [Int]) {
      values.withUnsafeBytes { bytes in
        nabla_sha256_update(&hash, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
      }
    }
    add([position, updates, step, counter, isAtBoundary ? 1 : 0])
    for slot in program.slots.indices {
      guard let value = value(of: slot) else {
        add([-1])
        continue
      }
      add(value.shape.extents)
      nabla_sha256_update_floats(&hash, value.values, value.count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    nabla_sha256_finish(&hash, &digest)
    return digest
  }

  /// The fingerprints at every position from here on, walked instruction by instruction.
  func trace(through last: Int) -> [Int: [UInt8]] {
    var found = [position: fingerprint]
    while position < last {
      stepForward()
      found[position] = fingerprint
    }
    return found
  }
}
