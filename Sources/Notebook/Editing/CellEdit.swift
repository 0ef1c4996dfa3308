// What can be done to the cells of a session besides adding one at its end.

import Language

/// A change to the session's cells. Cells are named by their number, from 1.
///
/// The law: the session's text, run from its beginning, gives the state that the notebook is in.
/// So a change in the middle returns to the state before it and executes the cells after it again;
/// what was not executed (the person stopped it, or a cell failed) is marked as not run and is no
/// part of the state.
public enum CellEdit: Hashable, Sendable {
  /// Other text instead of a cell's; it may be several cells. `was`: what the person started from.
  case replace(cell: Int, was: String, with: String)
  case delete(cell: Int)
  /// Past the neighbour above (−1) or below (1).
  case move(cell: Int, by: Int)
  /// Executes a cell and all after it again.
  case run(from: Int)
  /// Executes what was not run.
  case runRest
  /// Takes back the last change of this kind.
  case back
  /// Does it again.
  case forward
}

/// A cell on its way to being executed: its text, and what the file knows besides.
struct CellDraft {
  var prose: String?
  var source = ""
  var time: Double?
  var line = 1
  var leadingLines: [String]?
  var unknownData: [String] = []
  /// Whether `undo` in it belongs to the session's text.
  var isKept = false

  init(_ cell: Cell, isKept: Bool) {
    prose = cell.prose
    source = cell.source
    time = cell.time
    line = cell.line
    leadingLines = cell.leadingLines
    unknownData = cell.unknownData
    self.isKept = isKept
  }

  init(prose: String) { self.prose = prose }
  init(source: String) { self.source = source }

  /// The text that a person edits: prose with its comment signs.
  var text: String { Cell.text(prose: prose, source: source) }

  /// The cell as it stands there while it is not run.
  func pending(number: Int) -> Cell {
    Cell(
      number: number, prose: prose, source: source, status: prose == nil ? .pending : .done,
      time: time, line: line, leadingLines: leadingLines, unknownData: unknownData)
  }

  /// Typed text, cut into cells as a file's is.
  static func drafts(of text: String, verbs: [String: VerbGrammar]) -> [CellDraft] {
    CellSplitter.split(text, verbs: verbs).compactMap { chunk in
      switch chunk.kind {
      case .prose: CellDraft(prose: chunk.text)
      case .code: CellDraft(source: chunk.text)
      case .output, .volatile, .data, .blank: nil
      }
    }
  }
}

extension Cell {
  /// The text that a person edits: commands, or prose with its comment signs.
  public var editableText: String { Cell.text(prose: prose, source: source) }

  static func text(prose: String?, source: String) -> String {
    guard let prose else { return source }
    return VisibleText.split(prose).map { $0.isEmpty ? "#" : "# " + $0 }.joined(separator: "\n")
  }
}

/// A change that can be taken back: the cells from one place on, before and after it.
struct CellChange {
  /// How many cells before it stay.
  let start: Int
  let before: [CellDraft]
  let after: [CellDraft]
  /// How many cells had changed the state when the change was done, and how many there were: what
  /// came later is undone first.
  var depth: Int
  var count: Int
}
