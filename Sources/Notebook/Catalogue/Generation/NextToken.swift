// What a language model says of the next token, for the window before it. Each length of window is
// compiled once.

import Engine
import Language

final class NextToken {
  private unowned let notebook: Notebook
  private let model: Value
  private let range: SourceRange
  private let checkpoint: Graph.Checkpoint
  private var windows: [Int: Evaluation] = [:]
  /// The most tokens that the model looks back at.
  let context: Int

  init(_ notebook: Notebook, _ model: Value, context: Int, _ range: SourceRange) {
    self.notebook = notebook
    self.model = model
    self.context = context
    self.range = range
    checkpoint = notebook.graph.checkpoint()
  }

  /// The scores of all tokens as the next one.
  func logits(after tokens: [Int]) throws(Diagnostic) -> [Float] {
    let window = Array(tokens.suffix(context))
    let evaluation: Evaluation
    if let made = windows[window.count] {
      evaluation = made
    } else {
      evaluation = try trace(window.count)
      windows[window.count] = evaluation
    }
    return evaluation.value(window.map { Float($0) }).values
  }

  /// The graph is as it was before, apart from layers that were used for the first time.
  func finish(_ hadParameters: Int) {
    guard notebook.graph.parameters.count == hadParameters else { return }
    notebook.graph.rollBack(to: checkpoint)
  }

  private func trace(_ length: Int) throws(Diagnostic) -> Evaluation {
    let graph = notebook.graph
    let input = graph.constant(Tensor(shape: [1, length], repeating: 0))
    let before = graph.isTraining
    graph.isTraining = false
    defer { graph.isTraining = before }
    let result = Notebook.handedOn(try notebook.apply(model, [.tensor(input)], range))
    let scores = try notebook.tensor(result, range, for: "generate")
    let shape: Shape = graph.shape(scores)
    guard shape.rank >= 2, shape[0] == 1, shape.count > 0 else {
      throw Diagnostic(
        "generate needs a network from tokens [1, t] to scores [1, t, vocabulary] or "
          + "[1, vocabulary], this one gives \(shape)", at: range)
    }
    return try notebook.located(range) { () throws(EngineError) in
      // The last place of every axis but that of the vocabulary.
      let last = Array(repeating: Slice.Part.index(-1), count: shape.rank - 1)
      return try Evaluation(try graph.add(Slice(last), [scores]), of: input, in: graph)
    }
  }
}
