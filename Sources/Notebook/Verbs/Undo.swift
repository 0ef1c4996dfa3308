// undo, redo: back to the state before a cell, and forward again. The state is all that a cell can
// change: names, the graph, the run with its place, its journal and its recordings, breakpoints,
// plots. At the prompt the undone cell goes out of the session, with what was only looked at since;
// in a file both it and `undo` are text, and running the file does the same again.

import Engine
import Language

enum Undo {
  private static let example = "w = param([2], init=ones)\nset w = 5\n"

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "undo", .optionalExpression, usage: "undo [N]",
      summary: "Returns to the state before the last cell that changed something, or the last N; "
        + "up to 100 cells and 64 MiB are kept.",
      example: example + "undo\nexpect w == 1", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.undo(verb) },
    VerbEntry(
      "redo", .optionalExpression, usage: "redo [N]",
      summary: "Does again what was undone last, until something new is done.",
      example: example + "undo\nredo\nexpect w == 5", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.redo(verb) },
  ]

  /// Verbs that change nothing.
  static let looking: Set<String> = [
    "print", "show", "where", "list", "explain", "expect", "check", "breakpoints", "diagnose",
    "compare", "profile",
  ]
}

extension Notebook {
  /// Notes what a cell that succeeded can be undone to.
  func remember(_ statements: [Statement], _ index: Int, _ before: Checkpoint) {
    guard isRecorded(statements) else { return }
    // Between undo and redo one may look.
    guard changesState || !onlyLooks(statements) || !graph.hasSameDraws(as: before.graph) else {
      return
    }
    past.undone = []
    takenBack = []
    past.push(
      Past.Level(before: before, cell: index, bytes: before.bytes(beside: past.latest)))
  }

  private func isRecorded(_ statements: [Statement]) -> Bool {
    statements.contains {
      if case .verb(let verb) = $0.kind { catalogue.isRecorded(verb.name) } else { true }
    }
  }

  private func onlyLooks(_ statements: [Statement]) -> Bool {
    statements.allSatisfy {
      switch $0.kind {
      case .expression: true
      case .verb(let verb): Undo.looking.contains(verb.name)
      default: false
      }
    }
  }

  // MARK: undo

  func undo(_ verb: Verb) throws(Diagnostic) {
    if takesRequests, verb.expression == nil, nextUndoIsChange, !isAdvancing {
      return try ask(verb, .edit(.back))
    }
    let count = try levels(verb, past.levels.count)
    let depth = depth
    defer { self.depth = depth }
    for _ in 0..<count {
      guard let level = past.pop() else { break }
      let after = Checkpoint(self, sharing: level.before)
      level.before.restore(self, keepsTail: true)
      let tail = graph.cut(to: level.before.graph)
      var gone: [Int] = []
      if !isFromDocument {
        gone = cells.indices.filter {
          !past.order($0, level.cell) && isPart(cells[$0], $0)
        }
        for index in gone { cells[index].status = .undone }
      }
      past.undone.append(
        Past.Undone(
          level: level, after: after, tail: tail, cells: gone, isKept: isFromDocument))
      tell("undone", level, gone)
    }
    // Changes of cells that were undone with what came before them are no more.
    changes.removeAll { $0.depth > past.depth }
    finishTravel(isKept: isFromDocument)
  }

  func redo(_ verb: Verb) throws(Diagnostic) {
    if takesRequests, verb.expression == nil, past.undone.isEmpty, !takenBack.isEmpty, !isAdvancing
    {
      return try ask(verb, .edit(.forward))
    }
    let count = try levels(verb, past.undone.count)
    let depth = depth
    defer { self.depth = depth }
    var isKept = isFromDocument
    for _ in 0..<count {
      guard let undone = past.undone.popLast() else { break }
      graph.rejoin(undone.tail)
      undone.after.restore(self)
      for index in undone.cells {
        cells[index].status = .done
        past.places[index] = cells.count - 1
      }
      past.push(undone.level)
      isKept = isKept || undone.isKept
      tell("done again", undone.level, undone.cells)
    }
    finishTravel(isKept: isKept)
  }

  /// How many levels are asked for.
  ///
  /// - Throws: inside of something else, or when there are not so many.
  private func levels(_ verb: Verb, _ available: Int) throws(Diagnostic) -> Int {
    guard !isAdvancing else {
      throw Diagnostic(
        "the run goes on: '\(verb.name)' needs it ended", at: verb.nameRange,
        hint: "stop; then \(verb.name)")
    }
    guard statementCount == 1, nesting == 0, locals.isEmpty else {
      throw Diagnostic(
        "'\(verb.name)' stands alone in a cell", at: verb.nameRange, hint: "\(verb.name) 2 for two")
    }
    var count = 1
    if let expression = verb.expression {
      count = try integer(expression, "a number of cells")
      guard count >= 1 else {
        throw Diagnostic("a number of cells cannot be \(count)", at: expression.range)
      }
    }
    guard available > 0 else {
      let isCut = verb.name == "undo" && past.isCut
      throw Diagnostic(
        "there is nothing to \(verb.name)", at: verb.nameRange,
        hint: isCut
          ? "the last \(Past.mostLevels) cells and 64 MiB are kept"
          : verb.name == "undo"
            ? "what changes the session can be undone"
            : "only what was undone last can be done again"
      )
    }
    guard count <= available else {
      throw Diagnostic(
        "\(available) cell\(available == 1 ? "" : "s") can be \(verb.name == "undo" ? "undone" : "done again"), "
          + "not \(count)", at: verb.expression?.range ?? verb.nameRange)
    }
    return count
  }

  /// Whether a cell is part of the session.
  private func isPart(_ cell: Cell, _ index: Int) -> Bool {
    guard cell.prose == nil, cell.status == .done else { return false }
    return past.kept.contains(index) || isRecordedCell(cell)
  }

  /// `undone: set h[0, 0] = 0.9, with 2 later cells`, which only looked.
  private func tell(_ what: String, _ level: Past.Level, _ gone: [Int]) {
    let source = cells[level.cell].source
    let lines = source.split(whereSeparator: \.isNewline)
    let first = lines.first.map { VisibleText.trimmed($0) } ?? ""
    var text = "\(what): \(first)\(lines.count > 1 ? " …" : "")"
    if gone.count > 1 { text += ", with \(gone.count - 1) later cell\(gone.count == 2 ? "" : "s")" }
    show(.text(text))
  }

  private func finishTravel(isKept: Bool) {
    if isKept { past.kept.insert(cells.count - 1) }
    changesState = true
    if let run { show(.text(place(run))) }
    changed()
  }
}
