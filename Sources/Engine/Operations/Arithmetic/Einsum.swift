// Einstein sums as the operations that they are made of: axes turned, products of matrices, sums.

/// An Einstein sum on its way through its operands, the cheapest product first.
struct Einsum {
  /// A tensor with a letter for each of its axes.
  private struct Labelled {
    var node: Node
    var letters: [Character]
  }

  private let graph: Graph
  private let equation: String
  private var operands: [Labelled]
  private let result: [Character]

  /// - Throws: for an equation that cannot be read or does not fit the operands.
  init(_ equation: String, _ nodes: [Node], in graph: Graph) throws(EngineError) {
    self.graph = graph
    self.equation = equation
    let text = equation.filter { $0 != " " }
    let sides = Einsum.split(text)
    let terms = sides.left.split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    for letter in text where !(letter.isASCII && letter.isLetter) && !",->".contains(letter) {
      throw EngineError(
        "einsum: '\(letter)' in \"\(equation)\" is no letter", hint: "for example \"ij,jk->ik\"")
    }
    guard terms.count == nodes.count else {
      throw EngineError(
        "einsum: \"\(equation)\" speaks of \(terms.count) tensors, \(nodes.count) are given")
    }
    operands = []
    var extents: [Character: Int] = [:]
    for (letters, node) in zip(terms, nodes) {
      let shape = graph.shape(node)
      guard letters.count == shape.rank else {
        throw EngineError(
          "einsum: \"\(String(letters))\" names \(letters.count) axes of shape \(shape)")
      }
      guard Set(letters).count == letters.count else {
        throw EngineError(
          "einsum: \"\(String(letters))\" names an axis twice",
          hint: "take the diagonal first: diagonal(x)")
      }
      for (letter, extent) in zip(letters, shape.extents) {
        guard extents[letter, default: extent] == extent else {
          throw EngineError(
            "einsum: '\(letter)' is \(extents[letter, default: 0]) in one tensor and \(extent) in "
              + "another")
        }
        extents[letter] = extent
      }
      operands.append(Labelled(node: node, letters: letters))
    }
    let counts = terms.joined().reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
    // Without an arrow: the letters that occur once, in alphabetical order.
    result = sides.right.map(Array.init) ?? counts.filter { $0.value == 1 }.map(\.key).sorted()
    guard Set(result).count == result.count, result.allSatisfy({ extents[$0] != nil }) else {
      throw EngineError(
        "einsum: the result \"\(String(result))\" must name axes of the operands, each once")
    }
  }

  private static func split(_ text: String) -> (left: String, right: String?) {
    let letters = Array(text)
    for place in letters.indices.dropLast() where letters[place] == "-" && letters[place + 1] == ">"
    {
      return (String(letters[..<place]), String(letters[(place + 2)...]))
    }
    return (text, nil)
  }

  func traced() throws(EngineError) -> Node {
    guard var left = operands.first else { throw EngineError("einsum: no tensors are given") }
    var pending = operands
    while pending.count > 1 {
      let (first, second) = cheapestPair(pending)
      let right = pending.remove(at: second)
      left = pending.remove(at: first)
      // What another operand or the result names must live on.
      let later = Set(result).union(pending.flatMap(\.letters))
      left = try product(try summed(left, keeping: later.union(right.letters)), right, later)
      pending.insert(left, at: first)
    }
    left = try summed(left, keeping: Set(result))
    return try turned(left, to: result).node
  }

  /// The two operands whose product takes the fewest multiplications, of equals the first ones.
  private func cheapestPair(_ pending: [Labelled]) -> (Int, Int) {
    var best = (0, 1)
    var least = Double.infinity
    for first in pending.indices {
      for second in pending.indices.dropFirst(first + 1) {
        let (a, b) = (pending[first], pending[second])
        var cost = graph.shape(a.node).extents.reduce(1.0) { $0 * Double($1) }
        for (letter, extent) in zip(b.letters, graph.shape(b.node).extents)
        where !a.letters.contains(letter) { cost *= Double(extent) }
        if cost < least { (best, least) = ((first, second), cost) }
      }
    }
    return best
  }

  /// Sums over the axes that nobody needs any more.
  private func summed(
    _ operand: Labelled, keeping kept: Set<Character>
  ) throws(EngineError) -> Labelled {
    let axes = operand.letters.indices.filter { !kept.contains(operand.letters[$0]) }
    guard !axes.isEmpty else { return operand }
    let node = try graph.reduced(operand.node, axes: axes, keepsAxes: false, for: "einsum") {
      Sum(axis: $0, keepsAxis: $1)
    }
    return Labelled(node: node, letters: operand.letters.filter { kept.contains($0) })
  }

  private func turned(_ operand: Labelled, to order: [Character]) throws(EngineError) -> Labelled {
    guard operand.letters != order else { return operand }
    let axes = order.map { operand.letters.firstIndex(of: $0) ?? 0 }
    return Labelled(node: try graph.add(Permute(axes), [operand.node]), letters: order)
  }

  /// Two operands as one. Letters that both have and later ones need are a batch; those that both have
  /// and nobody needs are summed over, by a product of matrices.
  private func product(
    _ a: Labelled, _ other: Labelled, _ later: Set<Character>
  ) throws(EngineError) -> Labelled {
    let b = try summed(other, keeping: later.union(a.letters))
    let both = a.letters.filter { b.letters.contains($0) }
    let batch = both.filter { later.contains($0) }
    let inner = both.filter { !later.contains($0) }
    let ours = a.letters.filter { !both.contains($0) }
    let theirs = b.letters.filter { !both.contains($0) }
    if inner.isEmpty { return try elementwise(a, b, batch, ours, theirs) }
    // [batch, all of ours but one, 1 …, row, inner] times [batch, 1 …, all of theirs but one, inner,
    // column]: what is more than a row or a column broadcasts, so that no extent is written down.
    let rows = Array(ours.dropLast())
    let columns = Array(theirs.dropLast())
    var left = try turned(a, to: batch + ours + inner).node
    var right = try turned(b, to: batch + columns + inner + theirs.suffix(1)).node
    let front = batch.count
    if inner.count > 1 {
      left = try graph.add(
        JoinAxes(from: front + ours.count, to: front + ours.count + inner.count - 1), [left])
      right = try graph.add(
        JoinAxes(from: front + columns.count, to: front + columns.count + inner.count - 1), [right])
    }
    if ours.isEmpty { left = try graph.add(InsertAxis(at: -2), [left]) }
    if theirs.isEmpty { right = try graph.add(InsertAxis(at: -1), [right]) }
    for place in columns.indices {
      left = try graph.add(InsertAxis(at: front + rows.count + place), [left])
    }
    for place in rows.indices { right = try graph.add(InsertAxis(at: front + place), [right]) }
    var node = try graph.matmul(left, right)
    if theirs.isEmpty { node = try graph.add(RemoveAxis(at: -1), [node]) }
    if ours.isEmpty { node = try graph.add(RemoveAxis(at: theirs.isEmpty ? -1 : -2), [node]) }
    return Labelled(
      node: node, letters: batch + rows + columns + ours.suffix(1) + theirs.suffix(1))
  }

  /// Nothing is summed: ours in front, theirs behind, 1 where the other one has an axis.
  private func elementwise(
    _ a: Labelled, _ b: Labelled, _ batch: [Character], _ ours: [Character],
    _ theirs: [Character]
  ) throws(EngineError) -> Labelled {
    var left = try turned(a, to: batch + ours).node
    let right = try turned(b, to: batch + theirs).node
    for _ in theirs { left = try graph.add(InsertAxis(at: -1), [left]) }
    var spread = right
    for place in ours.indices {
      spread = try graph.add(InsertAxis(at: batch.count + place), [spread])
    }
    return Labelled(node: try graph.times(left, spread), letters: batch + ours + theirs)
  }
}
