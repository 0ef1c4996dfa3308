// Steps from floating point to cells that hold for every number: nothing here traps.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// log10, NaN for what has none.
func decimalLogarithm(_ value: Double) -> Double {
  value > 0 ? log10(value) : .nan
}

func powerOfTen(_ exponent: Double) -> Double { pow(10, exponent) }

/// The nearest integer within bounds; the lower bound for NaN.
func nearest(_ value: Double, _ bounds: ClosedRange<Int>) -> Int {
  guard value > Double(bounds.lowerBound) else { return bounds.lowerBound }
  guard value < Double(bounds.upperBound) else { return bounds.upperBound }
  // Conversion cuts off; `rounded` is a call where the processor's baseline has no instruction.
  let rounded = Int(value < 0 ? value - 0.5 : value + 0.5)
  return min(max(rounded, bounds.lowerBound), bounds.upperBound)
}

/// The place of `index` among `count` when they are shared out over `slots` slots.
func slot(_ index: Int, of count: Int, over slots: Int) -> Int {
  guard count > 0 else { return 0 }
  return min(
    max(
      0,
      nearest(
        (Double(index) * Double(slots) / Double(count)).rounded(.down),
        0...max(0, slots - 1))), max(0, slots - 1))
}

/// The half-open share of `count` items that belongs to slot `index` of `slots`; never empty when
/// there are at least as many items as slots.
func share(_ index: Int, of slots: Int, over count: Int) -> Range<Int> {
  guard slots > 0, index >= 0, index < slots, count >= 0 else { return 0..<0 }
  let whole = count / slots
  let rest = count % slots
  let start = index * whole + min(index, rest)
  return start..<start + whole + (index < rest ? 1 : 0)
}

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
