// Conditions that the record of a run can answer in part: the loss against a fixed number. Where they
// cannot have held, no step needs to be executed again.

import Engine
import Language

/// A comparison of a run's loss with a number.
struct RecordedCondition {
  private let loss: Series
  private let comparison: BinaryOperator
  private let bound: Float

  /// Nil for any other condition.
  init?(_ condition: Expression, _ run: Run, _ notebook: Notebook) {
    guard case .binary(let comparison, let left, let right) = condition.kind else { return nil }
    if run.isLoss(left, notebook), let bound = notebook.fixedNumber(right) {
      self.comparison = comparison
      self.bound = bound
    } else if run.isLoss(right, notebook), let bound = notebook.fixedNumber(left),
      let mirrored = Self.mirrored[comparison]
    {
      self.comparison = mirrored
      self.bound = bound
    } else {
      return nil
    }
    guard Self.mirrored[self.comparison] != nil else { return nil }
    loss = run.telemetry.loss
  }

  private static let mirrored: [BinaryOperator: BinaryOperator] = [
    .less: .greater, .lessOrEqual: .greaterOrEqual, .greater: .less, .greaterOrEqual: .lessOrEqual,
    .equal: .equal, .notEqual: .notEqual,
  ]

  /// The last steps among which one can be at whose end it held.
  func lastCandidates(upTo step: Int) -> ClosedRange<Int>? {
    loss.lastCandidates(upTo: step) { bucket in
      switch comparison {
      case .less: bucket.minimum < bound
      case .lessOrEqual: bucket.minimum <= bound
      case .greater: bucket.maximum > bound
      case .greaterOrEqual: bucket.maximum >= bound
      case .equal: bucket.minimum <= bound && bucket.maximum >= bound
      default: bucket.minimum != bound || bucket.maximum != bound
      }
    }
  }
}

extension Run {
  fileprivate func isLoss(_ expression: Expression, _ notebook: Notebook) -> Bool {
    guard case .name = expression.kind,
      case .tensor(let node)? = try? notebook.evaluate(expression)
    else { return false }
    return node == loss
  }
}

extension Notebook {
  /// What a literal, its negative or a name for a number says.
  fileprivate func fixedNumber(_ expression: Expression) -> Float? {
    switch expression.kind {
    case .number(let number): return Float(number)
    case .unary(.minus, let operand):
      guard case .number(let number) = operand.kind else { return nil }
      return Float(-number)
    case .name:
      guard case .number(let number)? = try? evaluate(expression) else { return nil }
      return Float(number)
    default: return nil
    }
  }
}
