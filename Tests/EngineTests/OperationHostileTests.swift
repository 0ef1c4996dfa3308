// Whatever numbers, sizes and attributes an operation is given: a result or an error, never a trap.

import Engine
import TestSupport
import Testing

@Suite struct OperationHostileTests {
  private static let hostile: [[Float]] = [
    [.nan], [.infinity], [-.infinity], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
    [.leastNonzeroMagnitude, -0.0, 0],
    [.nan, .infinity, -.infinity, 0, 1, -1, 1e30, -.leastNonzeroMagnitude, 0.5],
    [9.3e18, -9.3e18, 4.3e9, -1, 2.5],
  ]

  /// Every operation, its gradient and the gradient of that, in kernels and definitions; indices and
  /// masks are as hostile as the rest.
  @Test(arguments: hostile)
  func numbers(_ numbers: [Float]) throws {
    for operation in OperationCase.everyRule + OperationKernelTests.sizes.suffix(60) {
      let graph = Graph(seed: 0)
      var nodes: [Node] = []
      for (index, operand) in operation.operands.enumerated() {
        let values = (0..<operand.shape.count).map { numbers[($0 + index) % numbers.count] }
        nodes.append(
          try GoldenGraph.parameter(
            graph, "x\(index)", Tensor(shape: operand.shape, values: values)))
      }
      let output = try operation.build(graph, nodes)
      let loss = try graph.add(Sum(), [output])
      let first = try graph.gradients(of: loss, for: nodes)
      var wanted = [output] + nodes.compactMap { first[$0] }
      for gradient in wanted.dropFirst() {
        let sum = try graph.add(Sum(), [gradient])
        let second = try graph.gradients(of: sum, for: nodes)
        wanted += nodes.compactMap { second[$0] }
      }
      let program = graph.compile(wanted)
      let machine = try Machine(program, keepsHistory: false)
      machine.look(atStep: 0)
      for (index, instruction) in program.instructions.enumerated() {
        let inputs = instruction.inputs.map { machine.held($0) }
        let value = machine.held(instruction.output)
        _ = instruction.operation.reference(
          inputs.map { ReferenceTensor(shape: $0.shape, values: $0.values.map(Double.init)) },
          shape: value.shape)
        if value.count > 0 {
          _ = instruction.operation.terms(
            at: value.count - 1, inputs: inputs, output: value)
        }
        #expect(!program.formula(of: index).isEmpty)
      }
    }
  }

  /// NaN is shown, not swallowed.
  @Test func notANumberSpreads() throws {
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: [3], values: [1, .nan, 2]))
    for operation in [
      Exponential(), ReLU(), AbsoluteValue(), HyperbolicTangent(), Sigmoid(), Softplus(), GELU(),
      SiLU(), LeakyReLU(), ELU(), Square(), Negate(), Logarithm(),
    ] as [any Operation] {
      let values = try MachineValues.of([try graph.add(operation, [x])], graph)[0]
      #expect(values[1].isNaN && !values[0].isNaN, "\(operation.name)")
    }
    for operation in [
      Sum(), Mean(), Extremum(maximum: true), Extremum(maximum: false),
    ] as [any Operation] {
      let values = try MachineValues.of([try graph.add(operation, [x])], graph)[0]
      #expect(values[0].isNaN, "\(operation.name)")
    }
    for operation in [Softmax(), LogSoftmax()] as [any Operation] {
      let values = try MachineValues.of([try graph.add(operation, [x])], graph)[0]
      #expect(Kernels.allNaN(values), "\(operation.name)")
    }
    #expect(try MachineValues.of([try graph.add(ArgMax(), [x])], graph) == [[1]])
  }

  /// An index that is none gives NaN in the forward pass and nothing in the backward pass.
  @Test func indicesOutOfRange() throws {
    let graph = Graph(seed: 0)
    let table = try GoldenGraph.parameter(
      graph, "t", Tensor(shape: [2, 2], values: [1, 2, 3, 4]))
    let index = graph.constant(
      Tensor(shape: [7], values: [1, 2, -1, 0.5, .nan, .infinity, 1e20]))
    let rows = try graph.add(Gather(), [table, index])
    let gradient = try graph.gradients(of: try graph.add(Sum(), [rows]), for: [table])
    let values = try MachineValues.of([rows, try #require(gradient[table])], graph)
    #expect(Array(values[0].prefix(2)) == [3, 4])
    #expect(Kernels.allNaN(Array(values[0].dropFirst(2))))
    #expect(values[1] == [0, 0, 1, 1])
    let hot = try MachineValues.of([try graph.add(OneHot(classes: 2), [index])], graph)[0]
    #expect(hot == [0, 1] + Array(repeating: 0, count: 12))
  }

  // MARK: Attributes

  private static let extremes: [Int?] = [
    nil, .min, .min + 1, -1 << 40, -7, -3, -1, 0, 1, 2, 5, 1 << 40, .max - 1, .max,
  ]

  /// Against NumPy's rule spelt out place by place.
  @Test func slices() throws {
    let graph = Graph(seed: 0)
    for extent in [0, 1, 5] {
      let x = graph.constant(
        Tensor(shape: [2, extent], values: (0..<2 * extent).map(Float.init)))
      for start in Self.extremes {
        for stop in Self.extremes {
          for step in Self.extremes.compactMap({ $0 }) where step != 0 {
            let slice = Slice([.index(1), .range(start: start, stop: stop, step: step)])
            let places = Self.places(start, stop, step, extent)
            let shape = try slice.shape(of: [[2, extent]])
            #expect(shape == Shape([places.count]), "\(slice.formula(["x"])) of \(extent)")
            let found = slice.sources([2, extent], output: shape, inputs: [])
            #expect(found == places.map { $0 + extent }, "\(slice.formula(["x"])) of \(extent)")
          }
        }
      }
      let gradient = try graph.add(
        Slice([.range(start: .max, stop: .min, step: .min)]), [x])
      #expect(graph.shape(gradient) == [1, extent])
    }
  }

  private static func places(_ start: Int?, _ stop: Int?, _ step: Int, _ extent: Int) -> [Int] {
    func place(_ value: Int?, _ standard: Int) -> Int {
      guard let value else { return standard }
      return value < 0 ? max(value + extent, -1 - extent) : value
    }
    if step > 0 {
      let first = max(place(start, 0), 0)
      let end = min(place(stop, extent), extent)
      return (0..<max(extent, 0)).filter { $0 >= first && $0 < end && ($0 - first) % step == 0 }
    }
    let first = min(place(start, extent - 1), extent - 1)
    let end = max(place(stop, -1), -1)
    return (0..<max(extent, 0)).reversed().filter {
      $0 <= first && $0 > end && (step == .min ? $0 == first : (first - $0) % -step == 0)
    }
  }

  @Test func indicesOfSlices() throws {
    for place in Self.extremes.compactMap({ $0 }) {
      let slice = Slice([.index(place)])
      if (-3..<3).contains(place) {
        #expect(try slice.shape(of: [[3]]) == [])
      } else {
        #expect(throws: EngineError.self) { try slice.shape(of: [[3]]) }
      }
    }
  }

  private static let attributes: [Int] = extremes.compactMap { $0 }

  @Test func axes() {
    for axis in Self.attributes {
      for operation in [
        Sum(axis: axis), Mean(axis: axis, keepsAxis: true), ArgMax(axis: axis),
        Extremum(maximum: true, axis: axis), Concatenate(axis: axis), InsertAxis(at: axis),
      ] as [any Operation] {
        let isInside = operation is InsertAxis ? (-3...2).contains(axis) : (-2...1).contains(axis)
        let shape = try? operation.shape(of: [[2, 3]])
        #expect((shape != nil) == isInside, "\(operation.name) \(axis)")
        #expect((try? operation.shape(of: [[]])) == nil || operation is InsertAxis)
        if let shape { #expect(shape.count <= 6) }
      }
      #expect((try? Triangle(lower: true, diagonal: axis).shape(of: [[2, 3]])) == [2, 3])
      let triangle = Triangle(lower: axis % 2 == 0, diagonal: axis)
      let kept = triangle.reference(
        [ReferenceTensor(shape: [2, 2], values: [1, 1, 1, 1])], shape: [2, 2])
      #expect(kept.count == 4)
    }
  }

  @Test func shapesThatCannotBe() throws {
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: [2, 3], repeating: 1))
    let nothing = graph.constant(Tensor(shape: [0, 3], values: []))
    for first in Self.attributes {
      for second in Self.attributes {
        for node in [x, nothing] {
          for extents in [[first, second], [first, -1, second], [0, first, second]] {
            guard let reshaped = try? graph.add(Reshape(extents), [node]) else { continue }
            // What is allowed can be worked with.
            _ = try graph.add(Permute.transposing(rank: extents.count), [reshaped])
            _ = try graph.add(Sum(axis: 0), [reshaped])
            let total = try graph.add(Add(), [reshaped, reshaped])
            _ = try Machine(graph.compile([total]), keepsHistory: false)
          }
          if let turned = try? graph.add(Permute([first, second]), [node]) {
            #expect(graph.shape(turned).rank == 2)
          }
        }
        #expect(throws: EngineError.self) {
          try graph.freeParameter("w", [first, second, 1 << 40], .zeros)
        }
      }
    }
    for order in [[], [0], [0, 0], [0, 1, 1], [0, 2], [-1, -1], [Int.min, 0]] {
      #expect(throws: EngineError.self) { try graph.add(Permute(order), [x]) }
    }
    for classes in [0, -1, Int.min, Int.max, 1 << 60] {
      #expect(throws: EngineError.self) { try graph.add(OneHot(classes: classes), [x]) }
    }
    for width in [Int.max, 1 << 50] {
      #expect(throws: EngineError.self) { try Dense(width).traced(x, in: graph) }
      #expect(throws: EngineError.self) { try Embedding(width, width).traced(nothing, in: graph) }
      #expect(throws: EngineError.self) { try SelfAttention(heads: width).traced(x, in: graph) }
    }
    // Products that wrap around to the right number of elements.
    let four = graph.constant(Tensor(shape: [0], values: []))
    #expect(throws: EngineError.self) { try graph.add(Reshape([1 << 32, 1 << 32]), [four]) }
    #expect(throws: EngineError.self) { try graph.add(Reshape([0, 1 << 40, 1 << 40]), [four]) }
    #expect(throws: EngineError.self) { try graph.add(Concatenate(), []) }
  }

  /// Optimizers and layers with numbers that make no sense run all the same.
  @Test func settings() throws {
    for number in [Double.nan, .infinity, -.infinity, 0, -1, 1e300] {
      for optimizer in [
        SGD(lr: number, momentum: number, dampening: number, weightDecay: number),
        SGD(lr: number, momentum: 0.5, nesterov: true),
        Adam(lr: number, beta1: number, beta2: number, epsilon: number, weightDecay: number),
        Adam(lr: number, weightDecay: number, decoupled: true),
        Adagrad(lr: number, lrDecay: number), Adadelta(lr: number, rho: number),
        RMSprop(lr: number, alpha: number, centered: true), Adamax(lr: number, beta2: number),
        NAdam(lr: number, momentumDecay: number), RAdam(lr: number, beta2: number),
        Rprop(lr: number, grow: number), Lion(lr: number, beta1: number),
      ] as [any Optimizer] {
        let graph = Graph(seed: 0)
        let w = try graph.freeParameter(
          "w", [3], Initializer("normal", .normal(mean: number, deviation: number)))
        let loss = try graph.add(Mean(), [try graph.add(Square(), [w])])
        let program = try graph.compileTraining(loss, optimizer: optimizer, clip: number).program
        let machine = try Machine(program)
        machine.train(until: 3)
        machine.move(to: 1)
        #expect(machine.position == 1)
        for index in program.instructions.indices { #expect(!program.formula(of: index).isEmpty) }
        #expect(!optimizer.summary.isEmpty)
      }
      for law in [
        .constant(number), .uniform(low: number, high: 1), .uniform(low: 0, high: number),
        .xavierUniform(gain: number), .kaimingNormal(slope: number), .orthogonal(gain: number),
        .kaiming(gain: number, fan: .out, isNormal: true), .eye, .dirac,
        .truncatedNormal(mean: number, deviation: 1, low: -1, high: 1),
        .truncatedNormal(mean: 0, deviation: number, low: number, high: number),
        .sparse(sparsity: number, deviation: number),
      ] as [Initializer.Distribution] {
        #expect(Initializer("x", law).values(shape: [2, 0], seed: 1, path: "").isEmpty)
        #expect(Initializer("x", law).values(shape: [0, 2], seed: 1, path: "").isEmpty)
        #expect(Initializer("x", law).values(shape: [], seed: 1, path: "").count == 1)
      }
    }
  }
}
