// plot map(embedding.weight, words): word vectors on the plane of their principal components.

import Engine
import Language

enum MapPlot {
  static let entry = PlotEntry(
    "map(vectors, words=none, limit=120)",
    summary: "Vectors, a row each, on the plane in which they differ most, with the names of their "
      + "rows and, under the cursor, the nearest others by the cosine.",
    formula: "principal components of the centred rows",
    source: "Pearson 1901; Hotelling 1933",
    example: "t = tokens(\"the man sees the boy\")\nembed = embedding(4, 8)\nembed(t)\n"
      + "plot map(embed.weight, t.vocabulary)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let node = try arguments.tensor("vectors", "vectors, a row each")
    let shape: Shape = notebook.graph.shape(node)
    guard shape.rank == 2, shape.count > 0 else {
      throw Diagnostic(
        "map needs a table of vectors [n, d], this has shape \(shape)", at: call.range,
        hint: "plot map(embed.weight, t.vocabulary)")
    }
    let names = try arguments.names("words")
    if let names, names.count < shape[0] {
      throw Diagnostic(
        "there are \(shape[0]) vectors and \(names.count) words", at: call.range)
    }
    let limit = min(shape[0], try arguments.integer("limit", 120, in: 1...400))
    let words = (0..<limit).map { names?[$0] ?? String($0) }
    let side = min(limit, shape[1])
    let cost = limit * shape[1] * side + limit * limit * shape[1] + 600 * side * side
    return PlotRequest(live: call.text, cost: notebook.cost(of: [node]) + cost) { notebook in
      guard let tensor = try? notebook.value(of: node, nil) else { return nil }
      return .map(map(tensor, words))
    }
  }

  private static let neighbours = 5

  private static func map(_ tensor: Tensor, _ words: [String]) -> WordMap {
    let width = tensor.shape[1]
    // A row with a number that is none has no place.
    let rows = words.indices.map { row in
      tensor.values[row * width..<(row + 1) * width].map { Double($0) }
    }
    let known = rows.indices.filter { rows[$0].allSatisfy(\.isFinite) }
    let parts = PrincipalComponents(known.map { rows[$0] })
    var x = Array(repeating: Float.nan, count: words.count)
    var y = x
    for (place, row) in known.enumerated() where place < parts.x.count {
      x[row] = Float(parts.x[place])
      y[row] = Float(parts.y[place])
    }
    let lengths = rows.map { PrincipalComponents.dot($0, $0).squareRoot() }
    let near = rows.indices.map { row -> [WordMap.Neighbour] in
      guard lengths[row] > 0, lengths[row].isFinite else { return [] }
      var found: [WordMap.Neighbour] = []
      for other in known where other != row && lengths[other] > 0 {
        let cosine =
          PrincipalComponents.dot(rows[row], rows[other]) / lengths[row] / lengths[other]
        guard cosine.isFinite else { continue }
        let similarity = Float(cosine)
        let place = found.firstIndex { $0.similarity < similarity } ?? found.count
        guard place < neighbours else { continue }
        found.insert(.init(index: other, similarity: similarity), at: place)
        if found.count > neighbours { found.removeLast() }
      }
      return found
    }
    return WordMap(
      words: words, x: x, y: y, shares: parts.shares, neighbours: near,
      total: tensor.shape[0])
  }
}
