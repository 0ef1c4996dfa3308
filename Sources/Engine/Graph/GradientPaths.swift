// Where a gradient that is a sum comes from: one contribution for every use of the value. Kept while
// differentiating, because the sum itself no longer knows which addend belongs to which use.

/// One use of a value by another, and the gradient that comes back from there.
public struct GradientPath: Hashable, Sendable {
  /// The node that uses the value.
  public let user: Node
  /// Which of its operands the value is: `a * a` has two paths, 0 and 1.
  public let operand: Int
  /// The contribution, or the instruction that sums several of them.
  public let gradient: Node
  /// Which part of that sum this path's contribution is; nil when it is alone.
  public let part: Int?
}

/// What came back from one or several uses in one node.
struct Contribution {
  var gradient: Node
  var uses: [(user: Node, operand: Int)]
}

extension Graph {
  /// The paths of a gradient with more than one of them, in the order in which they are added; empty
  /// for all other nodes.
  public func paths(of gradient: Node) -> [GradientPath] {
    (fanOuts[gradient] ?? []).flatMap { contribution in
      contribution.uses.enumerated().map { place, use in
        GradientPath(
          user: use.user, operand: use.operand, gradient: contribution.gradient,
          part: contribution.uses.count > 1 ? place : nil)
      }
    }
  }

  /// A path's share of one element of the gradient.
  ///
  /// - Parameters:
  ///   - inputs: the operands of the path's `gradient` node.
  ///   - output: its value.
  public func share(
    of path: GradientPath, at element: Int, inputs: [Tensor], output: Tensor
  ) -> Float {
    guard let part = path.part else { return output.values[element] }
    switch self[path.gradient].operation {
    case let sum as ProductSum:
      let parts = sum.parts(at: element, inputs: inputs, output: output)
      guard parts.indices.contains(part) else { return 0 }
      return Float(parts[part].reduce(0.0) { $0 + Double($1.value) })
    case let sum as SliceSum:
      // A slice that does not cover the element brings nothing.
      let terms = sum.terms(at: element, inputs: inputs, output: output).terms
      let own = terms.filter { term in
        term.factors.contains { factor in
          factor.phrase.operands.contains { $0.source == .input(part) }
        }
      }
      return own.reduce(0) { $0 + $1.value }
    default: return output.values[element]
    }
  }

  /// Whether a path leads around what the value's other uses compute: the skip of a residual.
  public func isSkip(_ path: GradientPath, of node: Node) -> Bool {
    guard self[path.user].operation is Add, let other = other(of: path) else { return false }
    return other != node && dependencies(of: [other]).contains(node)
  }

  /// Whether a path goes through a branch that is added to the value itself: `x + f(x)`.
  public func isBranch(_ path: GradientPath, of node: Node, among paths: [GradientPath]) -> Bool {
    paths.contains { skip in
      guard skip != path, isSkip(skip, of: node), let other = other(of: skip) else { return false }
      return dependencies(of: [other]).contains(path.user)
    }
  }

  private func other(of path: GradientPath) -> Node? {
    let inputs = self[path.user].inputs
    return inputs.count == 2 ? inputs[1 - path.operand] : nil
  }
}
