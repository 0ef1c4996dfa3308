// A diagram, and the tables and pictures of single layers, as text and JSON.

extension PlotText {
  /// A line a box: what it is, what it reads, what flows out of it.
  static func network(_ title: String, _ diagram: NetworkDiagram) -> [String] {
    let count = diagram.parameters
    var lines = [
      "\(title): \(diagram.blocks.count) box\(diagram.blocks.count == 1 ? "" : "es"), "
        + "\(count) parameter\(count == 1 ? "" : "s")"
    ]
    for (index, block) in diagram.blocks.enumerated() {
      for fold in diagram.folds where fold.first == index {
        lines.append("  \(foldTitle(fold))")
      }
      let depth = diagram.folds.filter { $0.first <= index && index <= $0.last }.count
      var line = String(repeating: "  ", count: 1 + min(depth, 8))
      line += block.role == .sum ? "⊕ \(block.path)" : block.path
      if block.role != .sum, !block.kind.isEmpty { line += " \(block.kind)" }
      line += " " + TensorText.shapeText(block.shape)
      if block.parameters > 0 {
        line += ", \(block.parameters)\(block.isShared ? " shared" : "") parameters"
      }
      if block.steps > 1 { line += ", ↺ \(block.steps) steps" }
      let sources = diagram.edges.filter { $0.to == index }.map { diagram.blocks[$0.from].path }
      if !sources.isEmpty { line += " ← " + sources.joined(separator: ", ") }
      if let values = block.values { line += "  " + self.values(values) }
      lines.append(VisibleText.line(line))
    }
    return lines
  }

  static func foldTitle(_ fold: NetworkDiagram.Fold) -> String {
    "\(fold.isLoop ? "↺ " : "")× \(fold.count)\(fold.title.isEmpty ? "" : " \(fold.title)")"
      + (fold.isLoop ? ", the same parameters" : "")
  }

  /// `0.1 ± 0.9, ‖a‖ 3, ‖∇‖ 0.02`
  static func values(_ values: NetworkDiagram.Values) -> String {
    var text = "\(NumberText.short(values.mean)) ± \(NumberText.short(values.deviation)), "
    text += "‖a‖ \(NumberText.short(values.norm))"
    if let norm = values.gradientNorm { text += ", ‖∇‖ \(NumberText.short(norm))" }
    return text
  }
}

extension PlotJSON {
  static func network(_ diagram: NetworkDiagram) -> [JSONValue.Member] {
    let blocks = diagram.blocks.map { block -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("role", .string(block.role.rawValue)), .init("kind", .string(block.kind)),
        .init("path", .string(block.path)), .init("shape", .integers(block.shape)),
        .init("parameters", .integer(block.parameters)), .init("shared", .bool(block.isShared)),
        .init("steps", .integer(block.steps)),
      ]
      if let values = block.values {
        members += [
          .init("mean", .float(values.mean)), .init("std", .float(values.deviation)),
          .init("norm", .float(values.norm)),
        ]
        if let norm = values.gradientNorm { members.append(.init("gradient_norm", .float(norm))) }
      }
      return .object(members)
    }
    let folds = diagram.folds.map { fold in
      JSONValue.object([
        .init("first", .integer(fold.first)), .init("last", .integer(fold.last)),
        .init("count", .integer(fold.count)), .init("title", .string(fold.title)),
        .init("loop", .bool(fold.isLoop)),
      ])
    }
    return [
      .init("name", .string(diagram.name)), .init("blocks", .array(blocks)),
      .init("edges", .array(diagram.edges.map { .integers([$0.from, $0.to]) })),
      .init("folds", .array(folds)), .init("parameters", .integer(diagram.parameters)),
    ]
  }
}
