// attention, layout: what is to be drawn. The notebook makes the data; drawing is the interface's
// business.

import Engine
import Language

enum Viewing {
  static let layouts = ["notebook", "training", "debugging", "attention", "lecture"]

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "attention", .expression, needs: "a layer", usage: "attention net",
      summary: "Shows the attention of a layer as a heat map.",
      example: "net = attention()\ny = net([[1, 2], [3, 4]])\nattention net"
    ) { notebook, verb throws(Diagnostic) in try notebook.attention(verb) },
    VerbEntry(
      "layout", .word, needs: "a name",
      usage: "layout notebook | training | debugging | attention | lecture",
      summary: "Chooses what the screen shows.", example: "layout training"
    ) { notebook, verb throws(Diagnostic) in
      guard case .word(let name, let range) = verb.subject else { return }
      let found = layouts.filter { $0.hasPrefix(name) }
      guard found.count == 1, !name.isEmpty else {
        throw Diagnostic(
          "there is no layout '\(name)'", at: range,
          hint: didYouMean(name, among: layouts).map { "did you mean '\($0)'?" }
            ?? "layouts are \(layouts.joined(separator: ", "))")
      }
      notebook.layout = found[0]
    },
  ]
}

/// One use of an attention layer, whose maps are shown.
struct AttentionUse {
  let layer: any Layer
  let path: String
  let weights: Node
  let mask: Node?
}

extension Notebook {
  // MARK: Attention

  func attention(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    guard case .layer(let layer) = try evaluate(expression) else {
      throw Diagnostic(
        "attention needs a layer", at: expression.range, hint: "attention net")
    }
    var found: [any Layer] = []
    var pending: [any Layer] = [layer]
    while let next = pending.popLast() {
      if next is SelfAttention { found.append(next) }
      pending.append(contentsOf: next.children.reversed().map(\.1))
    }
    guard !found.isEmpty else {
      throw Diagnostic(
        "there is no attention layer in \(currentSource[expression.range])", at: expression.range,
        hint: "attention(heads=2) makes one")
    }
    // What the layers did last; a training run goes on to show the same place.
    attentionLayers = found.compactMap { layer in
      guard let path = graph.path(of: layer),
        let weights = graph.nodes(named: path + ".weights").last
      else { return nil }
      let mask = graph.nodes(named: path + ".mask").last { $0.index < weights.index }
      return AttentionUse(layer: layer, path: path, weights: weights, mask: mask)
    }
    let maps = attentionMaps()
    guard !maps.isEmpty else {
      throw Diagnostic(
        "\(currentSource[expression.range]) has not been applied to anything yet",
        at: expression.range, hint: "y = \(currentSource[expression.range])(x)")
    }
    for map in maps { show(.plot(PlotOutput(title: map.name, content: .attention(map)))) }
  }

  /// The maps of the layers that were asked for, of the first sequence of a batch.
  func attentionMaps() -> [AttentionMap] {
    var maps: [AttentionMap] = []
    for use in attentionLayers {
      let path = use.path
      guard let tensor = try? value(of: use.weights, nil), tensor.shape.rank >= 2 else { continue }
      let mask = use.mask.flatMap { try? value(of: $0, nil) }
      let (queries, keys) = (tensor.shape[-2], tensor.shape[-1])
      let size = queries * keys
      guard size > 0 else { continue }
      let all = (use.layer as? SelfAttention)?.heads ?? 1
      let heads = min(tensor.count / size, all, 16)
      for head in 0..<heads {
        maps.append(
          AttentionMap(
            name: heads == 1 ? path : "\(path) head \(head)", queries: labels(queries),
            keys: labels(keys), weights: Array(tensor.values[head * size..<(head + 1) * size]),
            masked: (mask?.values.prefix(size)).map { $0.map { $0 != 0 } } ?? []))
      }
    }
    return maps
  }

  /// The tokens of the last text of that length, or numbers.
  private func labels(_ count: Int) -> [String] {
    tokenLabels.count == count ? tokenLabels : (0..<count).map(String.init)
  }
}
