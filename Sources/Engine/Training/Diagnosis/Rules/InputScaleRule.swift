/// Unscaled inputs: columns of data whose numbers are far from 1 where a layer multiplies them.
struct InputScaleRule: DiagnosisRule {
  let name = "unscaled inputs"
  let looksAt = "the size of the data's columns where the first layer reads them"
  let seesTrouble = true

  /// As the finding is called when there is nothing to learn from.
  static let constant = "constant inputs"
  /// The root of the mean square that is taken to be too much.
  static let limit = 20.0

  private var found: [Int: Finding] = [:]

  mutating func see(_ seen: SeenInstruction) {
    let instruction = seen.instruction
    guard instruction.phase == .forward, instruction.inputs.count >= 2 else { return }
    let program = seen.machine.program
    let isProduct = instruction.operation is MatMul
    guard isProduct || instruction.operation is Convolution else { return }
    let sides = instruction.inputs.prefix(2)
    guard let slot = sides.first(where: { seen.structure.isData[$0] }),
      sides.contains(where: { program.slots[$0].kind == .parameter }), found[slot] == nil
    else { return }
    let shape = seen.shape(slot)
    let width = isProduct && shape.rank > 1 ? max(shape[-1], 1) : 1
    let values = seen.values(slot)
    guard values.count >= width else { return }
    let rows = values.count / width
    var squares = Array(repeating: 0.0, count: width)
    for (place, value) in values.enumerated() {
      squares[place % width] += Double(value) * Double(value)
    }
    let sizes = squares.map { ($0 / Double(rows)).squareRoot() }
    guard let largest = sizes.max(), largest.isFinite, let column = sizes.firstIndex(of: largest)
    else { return }
    let least = sizes.filter { $0 > 0 }.min() ?? largest
    let remedy = "subtract each column's mean and divide by its deviation, or begin with batch_norm"
    let isConstant =
      isProduct && rows >= 4
      && (1..<rows).allSatisfy { row in
        (0..<width).allSatisfy { values[row * width + $0] == values[$0] }
      }
    if isConstant {
      found[slot] = Finding(
        Self.constant, .error, seen.name(slot),
        largest == 0 ? "all \(rows) rows are 0" : "all \(rows) rows are the same",
        remedy: "look where they come from: there is nothing to tell them apart by", at: seen.place)
    } else if largest > Self.limit {
      var words: Words = "column \(column) is about \(largest) in size"
      if width > 1, least < largest / 10 { words = "\(words), another \(least)" }
      if width == 1 { words = "values are about \(largest) in size" }
      found[slot] = Finding(
        name, .warning, seen.name(slot), words, remedy: remedy, at: seen.place)
    } else if largest > 0, largest < 1e-3 {
      found[slot] = Finding(
        name, .warning, seen.name(slot), "the largest column is about \(largest) in size",
        remedy: remedy, at: seen.place)
    }
  }

  func findings(_ run: DiagnosedRun) -> [Finding] { found.keys.sorted().compactMap { found[$0] } }
}
