import Language
import Notebook

/// What was typed or pasted, cut into cells as a session file would be: one statement or one
/// paragraph of prose a cell.
enum CellInput: Sendable {
  case prose(String)
  case code(String)

  static func cells(_ text: String) -> [CellInput] {
    CellSplitter.split(text, verbs: Catalogue.standard.grammars).compactMap { chunk in
      switch chunk.kind {
      case .prose: .prose(chunk.text)
      case .code: .code(chunk.text)
      case .output, .volatile, .data, .blank: nil
      }
    }
  }
}
