// Quantities that the notebook itself has no words for: rates, durations, shapes, counts.

import Notebook

extension NumberText {
  /// A rate with three digits and a unit prefix: `312`, `4.21k`, `1.3M`.
  static func rate(_ value: Double) -> String {
    guard value.isFinite, value >= 0 else { return "-" }
    if value >= 1e15 { return short(value) }
    if value >= 1e6 { return scaled(value / 1e6) + "M" }
    if value >= 1e4 { return scaled(value / 1e3) + "k" }
    if value >= 10 { return String(Int(value.rounded())) }
    return scaled(value)
  }

  /// `0:12`, `7:05`, `1:02:33`, `3d 04h`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "-" }
    if seconds > 1e9 { return "-" }
    let total = Int(seconds.rounded())
    let (minutes, hours) = (total / 60 % 60, total / 3600)
    if hours >= 48 { return "\(hours / 24)d \(two(hours % 24))h" }
    if hours > 0 { return "\(hours):\(two(minutes)):\(two(total % 60))" }
    return "\(minutes):\(two(total % 60))"
  }

  /// `00:41`, for the recording's clock.
  static func clock(_ seconds: Double) -> String {
    let text = duration(seconds)
    return text.count == 4 ? "0" + text : text
  }

  /// `[4, 8]`; a scalar is `[]`.
  static func shape(_ shape: [Int]) -> String {
    "[" + shape.map { String($0) }.joined(separator: ", ") + "]"
  }

  /// A whole number with commas: `1,234`.
  static func grouped(_ value: Int) -> String {
    var text = ""
    for (index, digit) in String(value.magnitude).reversed().enumerated() {
      if index > 0 && index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + String(text.reversed())
  }

  private static func scaled(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    if hundredths >= 10_000 { return String((hundredths + 50) / 100) }
    if hundredths >= 1000 {
      let tenths = (hundredths + 5) / 10
      return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
    let fraction = trimmingZeros(two(hundredths % 100)[...])
    return String(hundredths / 100) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private static func trimmingZeros(_ text: Substring) -> String {
    var text = text
    while text.last == "0" { text.removeLast() }
    return String(text)
  }
}
