// Members of values: `w.grad`, `x.T`, `data.x`, `net.0.weight`.

import Engine
import Language

extension Notebook {
  func member(
    _ base: Expression, _ name: String, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    if name == "grad" { return .tensor(try gradientNode(base, range)) }
    let value: Value
    do throws(Diagnostic) {
      value = try evaluate(base)
    } catch {
      if let inner = innerValue(base, name) { return inner }
      throw error
    }
    return try member(of: value, base, name, range)
  }

  /// A member of a value that the base has become. Apart from its evaluation: a chain of members is
  /// evaluated from within, and each level takes what that function has on the stack.
  private func member(
    of value: Value, _ base: Expression, _ name: String, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch value {
    case .tensor(let node):
      switch name {
      case "T":
        return .tensor(
          try located(range) { () throws(EngineError) in
            try graph.add(Permute.transposing(rank: graph.shape(node).rank), [node])
          })
      case "shape": return .list(graph.shape(node).extents.map { .number(Double($0)) })
      default:
        // A layer and what comes out of it have one name: `net.0` may be a value, and `net.0.weight` is
        // none of its members.
        if let inner = innerValue(base, name) { return inner }
        throw Diagnostic(
          "a tensor has no member '\(name)'", at: range, hint: "it has T, grad and shape")
      }
    case .dataset(let data):
      if let tensor = data[name] { return .tensor(graph.constant(tensor)) }
      switch name {
      case "rows": return .number(Double(data.rows))
      case "classes": return .list((data.classNames ?? []).map { .text($0) })
      case "features": return .list((data.featureNames ?? []).map { .text($0) })
      default:
        if let value = data.tokenMember(name) { return value }
        let names = data.columns.map(\.name)
        throw Diagnostic(
          "\(data.name) has no column '\(name)'", at: range,
          hint: "its columns are \(names.joined(separator: ", "))")
      }
    case .tokens(let tokens):
      switch name {
      case "vocabulary": return .list(tokens.vocabulary.tokens.map { .text($0) })
      case "indices": return .list(tokens.indices.map { .number(Double($0)) })
      case "tokens": return .list(tokens.tokens.map { .text($0) })
      default:
        throw Diagnostic(
          "tokens have no member '\(name)'", at: range,
          hint: "they have indices, tokens and vocabulary")
      }
    case .object(let object): return try object.requiredMember(name, in: self, at: range)
    case .layer(let layer):
      do throws(Diagnostic) {
        return try member(of: layer, name, range)
      } catch {
        if let inner = innerValue(base, name) ?? innerValue(of: layer, name) { return inner }
        throw error
      }
    case .list(let items):
      if let index = Int(name) {
        guard index < items.count else {
          throw Diagnostic(
            "there is no element \(index) in a list of \(items.count)", at: range)
        }
        return items[index]
      }
      throw Diagnostic("a list has no member '\(name)'", at: range)
    default:
      throw Diagnostic("\(value.kind) has no member '\(name)'", at: range)
    }
  }

  private func member(
    of layer: any Layer, _ name: String, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    // A transparent child (a residual's branch) lends its own members.
    var current = layer
    while true {
      if let node = graph.parameterNode(of: current, name) {
        noteUse(of: node)
        return .tensor(node)
      }
      if let child = current.children.first(where: { $0.0 == name }) { return .layer(child.1) }
      if let list = Notebook.layerList(name, of: current.children) { return list }
      guard let inner = current.children.first(where: { $0.0.isEmpty }) else { break }
      current = inner.1
    }
    let path = graph.path(of: layer) ?? layer.name
    var children: [String] = []
    for (child, _) in layer.children where !child.isEmpty {
      // Those of a list, `blocks.0`, `blocks.1`, have one name together.
      let first = String(child.prefix { $0 != "." })
      if !children.contains(first) { children.append(first) }
    }
    let owned = graph.parameters(of: layer).map { parameter in
      String(parameter.path.split(separator: ".").last ?? "")
    }
    let names = children.isEmpty ? owned : children
    throw Diagnostic(
      "\(path) has no member '\(name)'", at: range,
      hint: names.isEmpty
        ? "its parameters are made at the first use: apply it to a tensor"
        : didYouMean(name, among: names).map { "did you mean '\($0)'?" }
          ?? "it has \(names.joined(separator: ", "))")
  }

  /// The children `blocks.0`, `blocks.1`, … as a list; nil when there are none.
  private static func layerList(_ name: String, of children: [(String, any Layer)]) -> Value? {
    var parts: [(places: Substring, layer: any Layer)] = []
    for (child, layer) in children where child.hasPrefix(name + ".") {
      parts.append((child.dropFirst(name.count + 1), layer))
    }
    guard !parts.isEmpty else { return nil }
    var items: [Value] = []
    while items.count < parts.count {
      let place = String(items.count)
      if let part = parts.first(where: { $0.places == place }) {
        items.append(.layer(part.layer))
      } else if let inner = layerList("\(name).\(place)", of: children) {
        items.append(inner)
      } else {
        break
      }
    }
    return items.isEmpty ? nil : .list(items)
  }
}
