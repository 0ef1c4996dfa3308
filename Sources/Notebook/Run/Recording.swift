// What was done live, written down as a program could have said it: `at N { … }` in the block of the
// train statement, and the steps that were really done.

import Engine
import Language

extension Training {
  /// A train statement: the text it stands in and its place there.
  struct Place: Hashable {
    let source: ObjectIdentifier
    let offset: Int
  }

  /// One time that a train statement was carried out; in a loop there are several.
  struct Round {
    let place: Place
    /// From 1.
    let number: Int
    /// Updates that were done at its beginning.
    let start: Int
    /// Whether the statement stands in the cell itself and not in a function of an earlier one.
    let isInCell: Bool
    /// What was typed, by the number of updates done.
    var commands: [(step: Int, source: String)] = []
    /// The number of updates at which it was stopped.
    var stoppedAt: Int?
  }
}

/// A piece of text that takes the place of a range.
private struct Edit {
  let range: SourceRange
  let text: String
}

extension Notebook {
  /// The cell's source with what was done live, or nil when nothing was.
  func rewrittenSource(_ statements: [Statement]) -> String? {
    let rounds = trainings.filter(\.isInCell)
    guard rounds.contains(where: { !$0.commands.isEmpty || $0.stoppedAt != nil }) else {
      return nil
    }
    var edits: [Edit] = []
    for (statement, verb) in Notebook.trainStatements(statements) {
      let own = rounds.filter { $0.place.offset == verb.nameRange.lower }
      edits += self.edits(statement.range, verb, own)
    }
    var bytes = Array(cellSource.text.utf8)
    for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every train statement, those in loops, conditions and functions included.
  private static func trainStatements(_ statements: [Statement]) -> [(Statement, Verb)] {
    var found: [(Statement, Verb)] = []
    var pending = statements
    while let statement = pending.popLast() {
      switch statement.kind {
      case .verb(let verb): if verb.name == "train" { found.append((statement, verb)) }
      case .loop(_, _, let body), .whileLoop(_, let body), .definition(_, _, let body):
        pending += body
      case .conditional(_, let then, let otherwise): pending += then + otherwise
      case .binding, .carry, .expression: break
      }
    }
    return found
  }

  /// The changes of one train statement.
  private func edits(_ range: SourceRange, _ verb: Verb, _ rounds: [Training.Round]) -> [Edit] {
    var edits: [Edit] = []
    var lines: [String] = []
    let isRepeated = rounds.count > 1
    for round in rounds {
      let suffix = isRepeated ? " round \(round.number)" : ""
      for command in round.commands {
        lines.append("at \(command.step)\(suffix) " + Notebook.braced(command.source))
      }
      guard let stop = round.stoppedAt else { continue }
      if isRepeated {
        lines.append("at \(stop)\(suffix) { stop }")
      } else if let edit = stepsEdit(verb, stop, round.start) {
        edits.append(edit)
      }
    }
    guard !lines.isEmpty else { return edits }
    let text = lines.map { "  \($0)\n" }.joined() + "}"
    if verb.block == nil {
      edits.append(Edit(range: SourceRange(range.upper, range.upper), text: " {\n" + text))
    } else {
      // New entries come last: at one boundary they acted after those that were there.
      let brace = SourceRange(range.upper - 1, range.upper)
      let before = Array(cellSource.text.utf8.prefix(brace.lower))
      let isOnOwnLine = before.last { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\n")
      edits.append(Edit(range: brace, text: (isOnOwnLine ? "" : "\n") + text))
    }
    return edits
  }

  /// The number of steps that were really done, where the statement says how many.
  private func stepsEdit(_ verb: Verb, _ stop: Int, _ start: Int) -> Edit? {
    let isNew = verb.clause("with") != nil
    let count = isNew ? stop : max(0, stop - start)
    if !isNew, let subject = verb.expression { return Edit(range: subject.range, text: "\(count)") }
    guard let option = verb.option("steps") ?? verb.option("epochs") else { return nil }
    return Edit(range: option.nameRange.union(option.value.range), text: "steps=\(count)")
  }

  /// A command as a block; a comment at its end must not swallow the brace.
  private static func braced(_ source: String) -> String {
    source.contains("#") || source.contains("\n") ? "{\n    \(source)\n  }" : "{ \(source) }"
  }
}
