// Numbers in holes. Digits and decimal points stay; what English alone writes so does not.

extension Phrasebook {
  /// What stands in a hole: a number in groups of three without the comma, which is a decimal sign in
  /// the languages translated to, and a percentage with its sign before it; else itself.
  ///
  ///     Phrasebook.number("1,797")   // "1 797"
  ///     Phrasebook.number("95.8 %")  // "% 95.8"
  static func number(_ text: String) -> String {
    let share = text.hasSuffix(" %") ? text.dropLast(2) : nil
    let digits = share ?? text[...]
    guard digits.utf8.count <= 40, let first = digits.first, first.isASCII, first.isNumber,
      digits.allSatisfy({ ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," })
    else { return text }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    let plain = isGrouped ? groups.joined(separator: " ") : String(digits)
    return share == nil ? plain : "% " + plain
  }
}
