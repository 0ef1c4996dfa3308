// What a run records: every step's loss and gradient norms in bounded memory.

import Engine
import Testing

@Suite struct TelemetryTests {
  @Test func aSeriesKeepsItsExtremes() {
    var series = Series("loss", capacity: 8)
    var values: [Float] = (1...1000).map { Float($0) }
    values[500] = 9999
    values[200] = .nan
    values[201] = .infinity
    for (index, value) in values.enumerated() { series.append(step: index + 1, value) }
    #expect(series.count == 1000)
    #expect(series.buckets.count <= 8)
    #expect(series.buckets.map(\.maximum).max() == 9999)
    #expect(series.buckets.map(\.minimum).min() == 1)
    #expect(series.buckets.reduce(0) { $0 + $1.nanCount } == 1)
    #expect(series.buckets.reduce(0) { $0 + $1.infinityCount } == 1)
    #expect(series.buckets.first?.firstStep == 1)
    #expect(series.buckets.last?.lastStep == 1000)
    #expect(series.earliest == 1 && series.latest == 1000)
    // No gaps, no overlaps.
    for (left, right) in zip(series.buckets, series.buckets.dropFirst()) {
      #expect(left.lastStep + 1 == right.firstStep)
    }
  }

  @Test func notANumber() {
    var series = Series("x", capacity: 2)
    for step in 1...9 { series.append(step: step, .nan) }
    #expect(series.buckets.count <= 2)
    for bucket in series.buckets {
      #expect(bucket.minimum.isNaN && bucket.maximum.isNaN && bucket.last.isNaN)
    }
    #expect(series.buckets.reduce(0) { $0 + $1.nanCount } == 9)
    #expect(series.latest?.isNaN == true)
  }

  @Test func goingBackForgets() {
    var series = Series("x")
    for step in 1...10 { series.append(step: step, Float(step)) }
    series.truncate(after: 4)
    #expect(series.buckets.map(\.lastStep) == [1, 2, 3, 4])
    #expect(series.latest == 4)
    #expect(series.count == 4)
    series.append(step: 5, 50)
    #expect(series.buckets.map(\.last) == [1, 2, 3, 4, 50])
    series.truncate(after: 0)
    #expect(series.buckets.isEmpty && series.latest == nil && series.earliest == nil)
    series.append(step: 1, 7)
    #expect(series.earliest == 7 && series.count == 1)
  }

  @Test func lossAndGradientNorms() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var telemetry = Telemetry(machine.program)
    machine.onStep = { telemetry.record($0) }
    machine.train(until: 4)
    for _ in 0..<machine.count { machine.stepForward() }
    #expect(telemetry.lastStep == 5 && telemetry.loss.count == 5)
    #expect(telemetry.layers.map(\.path) == ["net.0", "net.2", "net.3"])
    let loss = try #require(machine.program.loss)
    #expect(telemetry.loss.latest == machine.number(of: loss))
    // ‖(weight.grad, bias.grad)‖ in double precision.
    for (layer, pair) in zip(telemetry.layers, [0, 1, 2]) {
      var sum = 0.0
      for (_, gradient) in machine.program.trained[pair * 2..<pair * 2 + 2] {
        sum += machine.held(gradient).values.reduce(0) { $0 + Double($1) * Double($1) }
      }
      let norm = Double(layer.norms.latest ?? .nan)
      #expect(abs(norm - sum.squareRoot()) < 1e-6 * norm)
    }
    // Going back and on again records nothing twice.
    machine.move(to: 2 * machine.count)
    #expect(telemetry.lastStep == 5)
    telemetry.truncate(after: machine.updates)
    machine.train(until: 3)
    #expect(telemetry.lastStep == 3 && telemetry.loss.buckets.count == 3)
  }

  /// Numbers whose squares single precision does not have.
  @Test(arguments: [1e-30, 1e-15, 1, 1e30] as [Float]) func normsOfAnySize(_ size: Float) throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    for _ in 0..<machine.count { machine.stepForward() }
    let gradient = try #require(machine.program.trained.first?.gradient)
    let count = machine.program.slots[gradient].shape.count
    machine.change(gradient, (0..<count).map { (place: $0, value: size) })
    let sum = machine.sumOfSquares(of: gradient)
    let exact = Double(size) * Double(size) * Double(count)
    #expect(abs(sum - exact) <= 1e-6 * exact)
  }

  /// Copies are values: each goes its own way.
  @Test func copies() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var telemetry = Telemetry(machine.program)
    machine.onStep = { telemetry.record($0) }
    machine.train(until: 100)
    var copy = telemetry
    machine.train(until: 130)
    #expect(copy.lastStep == 100 && copy.loss.count == 100)
    #expect(telemetry.lastStep == 130 && telemetry.layers[1].norms.count == 130)
    copy.truncate(after: 90)
    #expect(copy.loss.count == 90 && telemetry.loss.count == 130)
    #expect(telemetry.loss.buckets.map(\.firstStep) == Array(1...130))
  }

  @Test func verdicts() {
    #expect(GradientVerdict.judge(1, largest: 1) == .healthy)
    #expect(GradientVerdict.judge(0.0009, largest: 1) == .vanishing)
    #expect(GradientVerdict.judge(0, largest: 0) == .healthy)
    #expect(GradientVerdict.judge(1001, largest: 1001) == .exploding)
    #expect(GradientVerdict.judge(.nan, largest: 1) == .exploding)
    #expect(GradientVerdict.judge(1, largest: .infinity) == .healthy)
  }
}
