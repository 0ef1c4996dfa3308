// Names: what a binding calls a node or a layer, and what a layer without a binding is called when
// it is used first. A parameter's random stream is a hash of its path, so paths depend on nothing
// but the text of the statement.

import Engine
import Language

extension Notebook {
  /// A list of numbers becomes a tensor when it is given a name.
  func bindable(_ value: Value) -> Value {
    guard case .list(let items) = value, !items.isEmpty, Notebook.isNumeric(value) else {
      return value
    }
    return (try? tensor(items, SourceRange(0, 0))).map(Value.tensor) ?? value
  }

  /// Inside a function, names stay the caller's: `L.loss` and not a path for every local.
  func scopePath(_ name: String) -> String {
    locals.isEmpty ? name : graph.scope.isEmpty ? name : graph.scope + "." + name
  }

  /// Names nodes and layers after the binding; the first name stays.
  func name(_ value: Value, _ name: String) {
    guard locals.isEmpty else { return nameInside(value, name) }
    var pending = [(value, name)]
    var count = 0
    while let (next, path) = pending.popLast(), count < 100_000 {
      count += 1
      switch next {
      case .tensor(let node): if count == 1 { graph.name(node, path) }
      case .layer(let layer): graph.name(layer, path)
      case .list(let items), .tuple(let items):
        for (index, item) in items.enumerated() {
          switch item {
          case .layer, .list, .tuple, .function: pending.append((item, "\(path).\(index)"))
          default: break
          }
        }
      case .function(let function):
        // What an inner function has taken along lives in it: `net.query`.
        for (name, captured) in (function.captured ?? [:]).sorted(by: { $0.key < $1.key }) {
          switch captured {
          case .layer, .list, .tuple: pending.append((captured, "\(path).\(name)"))
          default: break
          }
        }
      default: break
      }
    }
  }

  /// A function's layer may be handed out and get its name elsewhere, so it only notes the name.
  private func nameInside(_ value: Value, _ name: String) {
    switch value {
    case .tensor(let node): graph.name(node, scopePath(name))
    case .layer(let layer): noteLocalName(layer, name)
    case .list(let items), .tuple(let items):
      // Layers in lists of lists as well, `blocks.1.0`.
      var pending = items.enumerated().map { ($0.element, "\(name).\($0.offset)") }
      var count = 0
      while let (item, path) = pending.popLast(), count < 100_000 {
        count += 1
        switch item {
        case .layer(let layer): noteLocalName(layer, path)
        case .list(let inner), .tuple(let inner):
          pending += inner.enumerated().map { ($0.element, "\(path).\($0.offset)") }
        default: break
        }
      }
    default: break
    }
  }

  /// Notes the name of a layer and of what it is made of: `feed = dense(4) | relu` is `feed.0`.
  private func noteLocalName(_ layer: any Layer, _ name: String) {
    var pending = [(layer, name)]
    while let (next, place) = pending.popLast() {
      let id = ObjectIdentifier(next)
      guard graph.path(of: next) == nil, localNames[id] == nil else { continue }
      localNames[id] = (next, place)
      for (own, child) in next.children {
        pending.append((child, own.isEmpty ? place : place + "." + own))
      }
    }
  }

  /// Gives a layer that no binding has named a path: `y.dense`, or of the function's own names.
  func nameAtFirstUse(_ layer: any Layer) {
    if let application = applications.last { nameOwn(of: application.layer) }
    let id = ObjectIdentifier(layer)
    guard graph.path(of: layer) == nil else { return }
    let noted = localNames.removeValue(forKey: id)?.name
    let base: String
    if let application = applications.last {
      base = graph.path(of: application.layer) ?? application.layer.name
    } else if noted != nil {
      base = frames.last?.scope ?? graph.scope
    } else {
      base = graph.scope
    }
    let name = noted ?? layer.name
    graph.name(layer, freshPath(base.isEmpty ? name : base + "." + name))
  }

  private func nameOwn(of layer: DefinedLayer) {
    let base = graph.path(of: layer) ?? layer.name
    for (name, own) in layer.own where graph.path(of: own) == nil {
      let noted = localNames.removeValue(forKey: ObjectIdentifier(own))?.name
      graph.name(own, base + "." + (noted ?? name))
    }
  }

  /// Two layers of one statement have two paths; the same statement again has the same ones.
  private func freshPath(_ path: String) -> String {
    var candidate = path
    var number = 1
    while !givenPaths.insert(candidate).inserted {
      candidate = "\(path)_\(number)"
      number += 1
    }
    return candidate
  }
}
