// The attention that is looked at, with the values of now: between training steps computed with the
// current parameters, inside a step what the program has computed.

import Engine
import Language

/// What the notebook knows of the attention that is shown.
struct AttentionState {
  var gaze = AttentionGaze()
  /// How often the verb was used.
  var requests = 0
  /// The sequence whose maps are recorded.
  var sequence = 0
  /// Vocabularies of this session's tokens, the latest last.
  var vocabularies: [Vocabulary] = []
  /// The programs that compute what is looked at, kept from one picture to the next.
  var programs: [(nodes: [Node], program: Program, machine: Machine)] = []

  /// Programs belong to the graph as it is; what returns to an earlier one makes its own.
  var withoutProgram: AttentionState {
    var state = self
    state.programs = []
    return state
  }

  /// Texts of this session, by the indices of their tokens.
  var texts: [(indices: [Int], tokens: [String], size: Int)] = []

  mutating func remember(_ tokens: TokenSequence) {
    let vocabulary = tokens.vocabulary
    vocabularies.removeAll { $0.tokens.count == vocabulary.tokens.count && $0 == vocabulary }
    vocabularies.append(vocabulary)
    if vocabularies.count > 8 { vocabularies.removeFirst() }
    guard tokens.indices.count <= 4096 else { return }
    texts.removeAll { $0.indices == tokens.indices }
    texts.append((tokens.indices, tokens.tokens, vocabulary.tokens.count))
    if texts.count > 8 { texts.removeFirst() }
  }
}

extension Notebook {
  /// Looks at another place of the attention; nothing is recorded.
  public func look(_ gaze: AttentionGaze) {
    attention.gaze = gaze
    changed()
  }

  /// The tokens that a verb made: their names label what is made of them.
  func remember(_ tokens: TokenSequence) {
    tokenLabels = tokens.tokens
    attention.remember(tokens)
  }

  /// All heads of what was asked for, large maps pooled.
  func attentionMaps() -> [AttentionMap] { overview(readers(), sequence: attention.gaze.sequence) }

  func overview(
    _ readers: [(layer: Int, reader: AttentionReader)], sequence: Int
  ) -> [AttentionMap] {
    let count = min(AttentionLimits.maps, readers.reduce(0) { $0 + $1.reader.use.heads })
    let side = AttentionLimits.side(maps: count)
    var maps: [AttentionMap] = []
    for (layer, reader) in readers where reader.queryCount > 0 && reader.keyCount > 0 {
      for head in 0..<reader.use.heads where maps.count < AttentionLimits.maps {
        maps.append(reader.pooled(layer: layer, head: head, sequence: sequence, side: side))
      }
    }
    return maps
  }

  /// The uses whose weights are computed, with their values.
  func readers() -> [(layer: Int, reader: AttentionReader)] {
    guard !attentionLayers.isEmpty else { return [] }
    var nodes: [Node] = []
    for use in attentionLayers {
      nodes.append(use.weights)
      if use.isMaskable, let logits = use.logits { nodes.append(logits) }
      nodes += [use.queryTokens, use.keyTokens].compactMap { $0?.indices }
    }
    let values = attentionValues(nodes)
    return attentionLayers.enumerated().compactMap { layer, use in
      guard let weights = values[use.weights], weights.shape.rank >= 2 else { return nil }
      let logits = use.isMaskable ? use.logits.flatMap { values[$0] } : nil
      let sequence = attention.gaze.sequence
      let queries = labels(
        weights.shape[-2], use.queryLabels, use.queryTokens, values, sequence)
      let keys = labels(weights.shape[-1], use.keyLabels, use.keyTokens, values, sequence)
      return (
        layer,
        AttentionReader(
          use: use, weights: weights,
          logits: logits.flatMap { $0.shape == weights.shape ? $0 : nil }, queries: queries,
          keys: keys)
      )
    }
  }

  /// Values of nodes; those that are not computed yet in this step are left out.
  func attentionValues(_ nodes: [Node]) -> [Node: Tensor] {
    var wanted: [Node] = []
    for node in nodes where !wanted.contains(node) { wanted.append(node) }
    var result: [Node: Tensor] = [:]
    if run.map({ $0.machine.isAtBoundary }) ?? true {
      guard let (_, program, machine) = looking(wanted) else { return [:] }
      machine.look(atStep: run.map { $0.machine.step - 1 } ?? 0)
      for node in wanted {
        if let slot = program.slot(of: node) { result[node] = machine.held(slot) }
      }
    } else {
      for node in wanted { if let value = try? value(of: node, nil) { result[node] = value } }
    }
    return result
  }

  private func looking(
    _ nodes: [Node]
  ) -> (nodes: [Node], program: Program, machine: Machine)? {
    if let known = attention.programs.first(where: { $0.nodes == nodes }) { return known }
    guard (try? checkMemory(graph.dependencies(of: nodes), nil)) != nil else { return nil }
    let program = graph.compile(nodes)
    guard let machine = try? Machine(program, keepsHistory: false) else { return nil }
    attention.programs.append((nodes, program, machine))
    if attention.programs.count > 4 { attention.programs.removeFirst() }
    return (nodes, program, machine)
  }

  /// By hand, by the tokens that were looked up, by the last text of that length, or by number.
  private func labels(
    _ count: Int, _ given: [String], _ tokens: AttentionUse.Tokens?, _ values: [Node: Tensor],
    _ sequence: Int
  ) -> [String] {
    if given.count == count { return given }
    if let tokens, let indices = values[tokens.indices], count > 0, indices.count >= count {
      let sequences = indices.count / count
      let start = max(0, min(sequence, sequences - 1)) * count
      let row = indices.values[start..<start + count].map { Int(exactly: $0) ?? 0 }
      // The words of a vocabulary that has as many as the table has rows, or of this very text.
      let texts = attention.texts.filter { $0.indices == row }
      if let text = texts.last(where: { $0.size == tokens.size }) { return text.tokens }
      let vocabulary = attention.vocabularies.last { $0.tokens.count == tokens.size }
      if vocabulary == nil, let text = texts.last { return text.tokens }
      return row.map { index in
        guard let words = vocabulary?.tokens, words.indices.contains(index) else {
          return String(index)
        }
        return words[index]
      }
    }
    return tokenLabels.count == count ? tokenLabels : (0..<max(0, count)).map(String.init)
  }
}
