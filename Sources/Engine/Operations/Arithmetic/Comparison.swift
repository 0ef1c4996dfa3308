public import CKernels

/// 1 where a relation holds and 0 elsewhere; it has no gradient.
public struct Comparison: ElementwiseOperation {
  /// How two numbers are compared.
  public enum Relation: String, Sendable {
    /// Equal; NaN equals nothing.
    case equal = "=="
    /// Not equal.
    case notEqual = "!="
    /// Less.
    case less = "<"
    /// Less or equal.
    case lessOrEqual = "<="
    /// Greater.
    case greater = ">"
    /// Greater or equal.
    case greaterOrEqual = ">="
  }

  /// How elements are compared.
  public let relation: Relation

  /// 1 where it holds, 0 elsewhere.
  public init(_ relation: Relation) { self.relation = relation }

  public var name: String {
    switch relation {
    case .equal: "eq"
    case .notEqual: "ne"
    case .less: "lt"
    case .lessOrEqual: "le"
    case .greater: "gt"
    case .greaterOrEqual: "ge"
    }
  }

  public var sign: String { relation.rawValue }

  public var code: NablaBinary {
    switch relation {
    case .equal: NABLA_EQUAL
    case .notEqual: NABLA_NOT_EQUAL
    case .less: NABLA_LESS
    case .lessOrEqual: NABLA_LESS_OR_EQUAL
    case .greater: NABLA_GREATER
    case .greaterOrEqual: NABLA_GREATER_OR_EQUAL
    }
  }

  public func value(_ a: Double, _ b: Double) -> Double {
    switch relation {
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .greater: a > b ? 1 : 0
    case .greaterOrEqual: a >= b ? 1 : 0
    }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil, nil] }
}
