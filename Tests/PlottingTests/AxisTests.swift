// Scales, ticks, sticky ranges and number formats.

import Plotting
import Screen
import TestSupport
import Testing

@Suite struct AxisTests {
  @Test func ticksAreRound() {
    func labels(_ kind: Scale.Kind, _ lower: Double, _ upper: Double, _ limit: Int) -> [String] {
      Scale(kind, lower: lower, upper: upper).ticks(limit: limit).map(\.label)
    }
    #expect(labels(.linear, 0, 1, 6) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(.linear, -3, 7, 4) == ["0", "5"])
    #expect(labels(.linear, 0, 1_000_000, 3) == ["0", "5e5", "1e6"])
    #expect(labels(.linear, 0.00012, 0.00019, 4) == ["1.2e-4", "1.4e-4", "1.6e-4", "1.8e-4"])
    #expect(labels(.log10, 1e-4, 1, 5) == ["1e-4", "1e-3", "1e-2", "1e-1", "1e0"])
    #expect(labels(.log10, 1e-4, 1, 3) == ["1e-4", "1e-2", "1e0"])
    #expect(labels(.log10, 1, 30, 6) == ["1", "2", "5", "10", "20"])
    #expect(labels(.log10, 2, 3, 2) == ["2", "3"])
  }

  @Test func ticksLieWithinTheirBoundsAndTheirNumber() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let exponent = Double.random(in: -300...300, using: &random)
      let lower = Double.random(in: -1...1, using: &random) * power(10, exponent)
      let upper = lower + Double.random(in: 0...2, using: &random) * power(10, exponent)
      let limit = Int.random(in: 1...12, using: &random)
      for kind in [Scale.Kind.linear, .log10] {
        let scale = Scale(kind, lower: lower, upper: upper)
        let ticks = scale.ticks(limit: limit)
        #expect(ticks.count <= limit)
        for (tick, next) in zip(ticks, ticks.dropFirst()) { #expect(tick.value < next.value) }
        for tick in ticks {
          let position = scale.position(tick.value) ?? -1
          #expect(position >= -1e-6 && position <= 1 + 1e-6)
        }
      }
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    Double("1e\(Int(exponent))") ?? 1
  }

  @Test(arguments: HostileTests.numbers)
  func scalesHoldForEveryBound(lower: Double) {
    for upper in HostileTests.numbers {
      for kind in [Scale.Kind.linear, .log10] {
        let scale = Scale(kind, lower: lower, upper: upper)
        #expect(scale.lower < scale.upper && (scale.upper - scale.lower).isFinite)
        #expect(abs((scale.position(scale.lower) ?? 9) - 0) < 1e-9)
        #expect(abs((scale.position(scale.upper) ?? 9) - 1) < 1e-9)
        #expect(scale.position(.nan) == nil)
        _ = scale.ticks(limit: 5)
      }
    }
    #expect(Scale(.log10, lower: 1, upper: 10).position(0) == nil)
    #expect(Scale(.log10, lower: 1, upper: 100).position(10) == 0.5)
  }

  @Test func stickyRangesGrowAtOnceAndShrinkLate() throws {
    var sticky = StickyRange()
    func update(_ lower: Double, _ upper: Double) -> ClosedRange<Double>? {
      sticky.update(lower: lower, upper: upper)
    }
    #expect(update(.nan, 1) == nil)
    let first = try #require(update(0, 10))
    #expect(first.contains(0) && first.contains(10) && first.upperBound < 11)
    #expect(update(1, 9) == first)
    #expect(update(0, 6) == first)
    let grown = try #require(update(0, 40))
    #expect(grown.upperBound >= 40 && grown.lowerBound == first.lowerBound)
    let shrunk = try #require(update(2, 12))
    #expect(shrunk.upperBound < 14 && shrunk.lowerBound > 0)
    #expect(update(5, .infinity) == shrunk)

    sticky = StickyRange(.log10)
    #expect(update(0, 10) == nil)
    let decades = try #require(update(1e-4, 1))
    #expect(update(1e-3, 1) == decades)
  }

  @Test(arguments: [
    (0.0412, "0.0412"), (0.0003, "3e-4"), (1_234_567, "1.235e6"), (1.2e6, "1.2e6"),
    (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (12345.678, "12346"), (99999.6, "1e5"),
    (0.99996, "1"), (0.001234, "0.001234"), (Double.leastNonzeroMagnitude, "5e-324"),
    (-1.797_693_134_862_315_7e308, "-1.798e308"), (.nan, "NaN"), (.infinity, "inf"),
    (-.infinity, "-inf"), (100, "100"), (1e16, "1e16"), (9.9996, "10"), (1e38, "1e38"),
  ])
  func compactNumbers(value: Double, text: String) {
    #expect(NumberFormat.compact(value) == text)
    #expect(text.utf8.count <= NumberFormat.compactWidth())
  }

  @Test(arguments: [
    (0.25, 2, "0.25"), (0.125, 2, "0.13"), (0.996, 2, "1.00"), (-0.001, 2, "0.00"), (3, 0, "3"),
    (0.5, 0, "1"), (0.4, 0, "0"), (1234.5, 1, "1234.5"), (-2.5, 3, "-2.500"), (.nan, 2, "NaN"),
    (0.0049, 2, "0.00"), (0.007, 2, "0.01"), (1e20, 2, "1e20"), (0, 3, "0.000"), (0.06, 1, "0.1"),
    (0.04, 1, "0.0"), (0.7, 0, "1"), (10, 2, "10.00"), (999.999, 1, "1000.0"),
  ])
  func fixedNumbers(value: Double, decimals: Int, text: String) {
    #expect(NumberFormat.fixed(value, decimals: decimals) == text)
  }

  @Test func compactNumbersReadBackAndFit() {
    var random = SplitMix(seed: 3)
    for _ in 0..<5000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite, value != 0 else { continue }
      for digits in [1, 2, 4, 9, 17] {
        let text = NumberFormat.compact(value, significant: digits)
        #expect(text.utf8.count <= NumberFormat.compactWidth(significant: digits), "\(text)")
        let read = Double(text) ?? .nan
        guard value.magnitude > 1e-300, value.magnitude < 1e300 else { continue }
        let tolerance = 0.5001 * (Double("1e\(1 - digits)") ?? 0)
        #expect(abs(read / value - 1) <= max(tolerance, 1e-15), "\(value) \(text)")
      }
    }
  }

  @Test func groupedCounts() {
    #expect(NumberFormat.grouped(0) == "0")
    #expect(NumberFormat.grouped(999) == "999")
    #expect(NumberFormat.grouped(1000) == "1,000")
    #expect(NumberFormat.grouped(-1_048_576) == "-1,048,576")
    #expect(NumberFormat.grouped(Int.min) == "-9,223,372,036,854,775,808")
  }
}
