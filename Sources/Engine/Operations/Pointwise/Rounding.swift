public import CKernels

/// To a whole number; the derivative is 0 everywhere.
public struct Rounding: PointwiseOperation {
  /// Where a number that is not whole goes.
  public enum Direction: String, Sendable, CaseIterable {
    /// Down.
    case floor
    /// Up.
    case ceil
    /// To the nearest, halves to even.
    case round
    /// Towards 0.
    case trunc
  }

  /// Where a number that is not whole goes.
  public let direction: Direction

  /// Takes where a number that is not whole goes.
  public init(_ direction: Direction) { self.direction = direction }

  public var name: String { direction.rawValue }

  public var code: NablaUnary {
    switch direction {
    case .floor: NABLA_FLOOR
    case .ceil: NABLA_CEIL
    case .round: NABLA_ROUND
    case .trunc: NABLA_TRUNC
    }
  }

  public func value(_ x: Double) -> Double {
    switch direction {
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .round: x.rounded(.toNearestOrEven)
    case .trunc: x.rounded(.towardZero)
    }
  }

  public func derivative(x: Double, y: Double) -> Double { 0 }

  public func derivativeFormula(x: String, y: String) -> String { "0" }

  public func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node? {
    nil
  }
}

extension Rounding {
  static let entries = [
    entry(.floor, "The largest whole number that is not above.", "⌊x⌋"),
    entry(.ceil, "The smallest whole number that is not below.", "⌈x⌉"),
    entry(.round, "The nearest whole number, halves to even.", "round x"),
    entry(.trunc, "The whole part: rounded towards 0.", "sign(x) ⌊|x|⌋"),
  ]

  private static func entry(_ direction: Direction, _ summary: String, _ formula: String) -> Entry {
    Entry.pointwise(Rounding(direction), summary: summary, formula: formula)
  }
}
