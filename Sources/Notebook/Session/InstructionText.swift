// An instruction as text: its place in the program, what it computes, and its numbers written out.

/// Lines for an instruction: `[12/40] net.0.matmul  h = x · Wᵀ  [4, 8]`.
enum InstructionText {
  static func lines(_ detail: InstructionDetail) -> [String] {
    // People count from 1; a wild index must not trap.
    var first = "[\(detail.index &+ 1)/\(detail.count)] \(detail.path)  \(detail.formula)"
    if let result = detail.result { first += "  \(TensorText.shapeText(result.shape))" }
    var lines = [VisibleText.line(first)]
    if let rule = detail.rule { lines.append("  " + rule) }
    lines.append(contentsOf: detail.explanation.map { "  " + $0 })
    return lines
  }
}
