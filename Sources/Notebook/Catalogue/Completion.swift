// What Tab offers: the catalogue's names and the session's, by where the cursor stands.

import Engine
public import Language

/// The names of a session that can be completed, as a value that other threads may hold.
public struct SessionNames: Hashable, Sendable {
  public var names: [String]
  /// Members by the path they follow: `net` → `0`, `1`, …
  public var members: [String: [String]]
  /// What the session's runs are named by: losses, networks, optimizers.
  public var runs: [String]

  public init(
    names: [String] = [], members: [String: [String]] = [:], runs: [String] = []
  ) {
    self.names = names
    self.members = members
    self.runs = runs
  }
}

/// Candidates for the word at the cursor.
public enum Completion {
  /// - Parameters:
  ///   - cursor: UTF-8 offset into `line`.
  ///   - sessions: names that `open`, `replay` and `verify` know.
  /// - Returns: the range of the word and its completions in alphabetical order; after `plot` its
  ///   own names stand first, then the session's.
  public static func candidates(
    line: String, cursor: Int, names: SessionNames, sessions: [String] = [],
    catalogue: Catalogue = .standard
  ) -> (range: SourceRange, candidates: [String]) {
    let context = completionContext(source: line, cursor: cursor, verbs: catalogue.grammars)
    let functions = Array(catalogue.entries.keys) + Array(catalogue.builtins.keys)
    let expressions = functions + names.names
    let all: [String]
    switch context.place {
    case .statementStart: all = catalogue.verbNames + expressions
    case .expression: all = expressions
    case .clause(let verb):
      let grammar = catalogue.grammars[verb]
      all =
        (grammar?.clauses ?? []) + (grammar?.options.map { $0 + "=" } ?? []) + expressions
        + (verb == "export" ? plotNames(catalogue) : [])
    case .member(let base):
      all = names.members[base] ?? ["T", "grad", "shape"]
    case .argument(callee: "runs") where !names.names.contains("runs"): all = names.runs
    case .argument(callee: "profiles") where !names.names.contains("profiles"): all = names.runs
    case .argument(let callee):
      all = catalogue.parameterNames(of: callee).map { $0 + "=" } + expressions
    case .afterVerb(let verb):
      all = words(after: verb, sessions, catalogue, names.names) ?? expressions
    case .text, .nothing: all = []
    }
    let found = Set(all).filter { $0.hasPrefix(context.word) }.sorted()
    guard case .afterVerb("plot") = context.place else { return (context.range, found) }
    let groups = [Set(plotNames(catalogue)), Set(names.names)]
    func group(_ word: String) -> Int { groups.firstIndex { $0.contains(word) } ?? groups.count }
    return (
      context.range,
      (0...groups.count).flatMap { place in found.filter { group($0) == place } }
    )
  }

  private static func plotNames(_ catalogue: Catalogue) -> [String] {
    catalogue.plots.values.flatMap { entry -> [String] in
      (entry.standsAlone ? [entry.descriptor.name] : [])
        + (entry.takesArguments ? [entry.descriptor.name + "("] : [])
    }
  }

  private static func words(
    after verb: String, _ sessions: [String], _ catalogue: Catalogue, _ names: [String]
  ) -> [String]? {
    switch verb {
    case "export": return []
    case "open", "replay", "verify": return sessions
    case "layout": return Viewing.layouts
    case "help": return catalogue.descriptors.map(\.name)
    case "plot":
      return plotNames(catalogue) + Array(catalogue.entries.keys) + names
    default: break
    }
    switch catalogue.grammars[verb]?.subject {
    case .phrase(let phrases): return phrases.map(\.word)
    case .some(.none): return []
    default: return nil
    }
  }
}

extension Catalogue {
  /// The parameter names of a function, layer, … for keyword completion.
  func parameterNames(of name: String) -> [String] {
    guard let descriptor = entries[name]?.descriptor ?? builtins[name]?.descriptor,
      let open = descriptor.signature.firstIndex(of: "("),
      let close = descriptor.signature.lastIndex(of: ")")
    else { return [] }
    return descriptor.signature[descriptor.signature.index(after: open)..<close].split(
      separator: ","
    ).compactMap { part in
      let name = part.split(separator: "=")[0].drop { $0 == " " }
      return name.hasPrefix("*") ? nil : String(name)
    }
  }
}

extension Notebook {
  /// The session's names for completion.
  var completionNames: SessionNames {
    var members: [String: [String]] = [:]
    for (name, value) in environment {
      switch value {
      case .layer(let layer): collect(layer, name, into: &members)
      case .dataset(let data): members[name] = data.memberNames
      case .tokens: members[name] = ["indices", "tokens", "vocabulary"]
      case .object(let object): members[name] = object.memberNames
      default: break
      }
    }
    let runs = runIdentities.flatMap { [$0.loss, $0.network, $0.optimizer] }
    return SessionNames(
      names: environment.keys.sorted(), members: members,
      runs: Set(runs).filter { !$0.isEmpty && !$0.contains(" ") }.sorted())
  }

  private func collect(_ layer: any Layer, _ path: String, into members: inout [String: [String]]) {
    var pending: [(any Layer, String)] = [(layer, path)]
    while let (next, place) = pending.popLast(), members.count < 1000 {
      for (name, child) in next.children {
        // Of `blocks.0` first `blocks`, then `0`.
        var above = place
        for part in name.split(separator: ".").map(String.init) {
          if !members[above, default: []].contains(part) {
            members[above, default: []].append(part)
          }
          above += "." + part
        }
        pending.append((child, name.isEmpty ? place : place + "." + name))
      }
      for name in ["weight", "bias"] where graph.parameterNode(of: next, name) != nil {
        members[place, default: []].append(name)
      }
    }
  }
}
