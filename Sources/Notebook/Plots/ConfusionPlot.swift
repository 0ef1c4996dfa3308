// plot confusion(scores, y): what was said of examples of each class.

import Engine
import Language

enum ConfusionPlot {
  static let entry = PlotEntry(
    "confusion(scores, y, classes=none, shares=false)",
    summary: "How often a class (row) was taken for another (column), with precision, recall and "
      + "F1 of each class and the worst confusions; shares=true shows percent of the row.",
    formula: "precision = hits / said, recall = hits / true, F1 = 2 hits / (said + true)",
    example: "data = iris()\nnet = dense(3)\nplot confusion(net(data.x), data.y)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let scores = try arguments.tensor("scores", "the network's answers and the labels")
    let labels = try arguments.tensor("y", "the labels beside the network's answers")
    let (shape, target): (Shape, Shape) = (
      notebook.graph.shape(scores), notebook.graph.shape(labels)
    )
    let isOne = shape == target
    guard isOne || shape.rank >= 1 && Array(shape.extents.dropLast()) == target.extents else {
      throw Diagnostic(
        "confusion: scores \(shape) and labels \(target) do not fit", at: call.range,
        hint: "scores are [n, classes] with labels [n], or both have one shape")
    }
    let names = try arguments.names("classes") ?? notebook.classNames(of: labels) ?? []
    let count = isOne ? 2 : shape[-1]
    guard count <= most else {
      throw Diagnostic(
        "confusion draws at most \(most) classes, these scores have \(count)", at: call.range)
    }
    let values = try notebook.value(of: labels, call.range).values
    if let wrong = values.first(where: { label in
      (Int(exactly: label.rounded()).map { $0 >= count } ?? true) && !isOne
    }) {
      throw Diagnostic(
        "confusion: there is no class \(NumberText.short(wrong)), the scores have \(count)",
        at: call.range)
    }
    let shares = try arguments.flag("shares")
    let classes = (0..<count).map { $0 < names.count ? names[$0] : String($0) }
    return PlotRequest(live: call.text, of: [scores, labels], notebook) { tensors in
      .confusion(
        ConfusionMatrix(
          classes: classes, counts: counts(tensors[0], tensors[1], classes: count, isOne: isOne),
          showsShares: shares))
    }
  }

  static let most = 200

  /// Rows of NaN say nothing and are not counted.
  private static func counts(
    _ scores: Tensor, _ labels: Tensor, classes: Int, isOne: Bool
  ) -> [Int] {
    var counts = Array(repeating: 0, count: classes * classes)
    let said = answers(scores, width: isOne ? 1 : classes)
    for (row, label) in labels.values.enumerated() where row < said.count {
      let truth = isOne ? (label > 0.5 ? 1 : 0) : Int(exactly: label.rounded()) ?? -1
      guard let answer = said[row], truth >= 0, truth < classes, answer < classes else { continue }
      counts[truth * classes + answer] += 1
    }
    return counts
  }

  /// The class that each row of scores says, as `accuracy` and `argmax` decide it; nil for NaN.
  static func answers(_ scores: Tensor, width: Int) -> [Int?] {
    guard width > 0 else { return [] }
    return (0..<scores.count / width).map { row in
      let part = scores.values[row * width..<(row + 1) * width]
      guard !part.contains(where: \.isNaN), let first = part.first else { return nil }
      if width == 1 { return first > 0.5 ? 1 : 0 }
      var best = part.startIndex
      for place in part.indices where part[place] > part[best] { best = place }
      return best - part.startIndex
    }
  }
}
