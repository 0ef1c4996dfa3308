// The last line: recording, then the keys that matter at the moment, or a message.

import Notebook
import Screen

/// The footer.
enum FooterView {
  static func draw(_ state: AppState, into frame: inout Frame, area: Rect) {
    guard !area.isEmpty else { return }
    let appearance = state.appearance
    let rule = appearance.glyph("─", ascii: "-")
    let dim = appearance.style(.rule)
    frame.fill(area, with: ScreenCell(rule, style: dim))
    var line = StyledLine(rule + " ", dim)
    if let search = state.search, search.isTyping {
      line.append("/" + appearance.shown(search.text), appearance.style(.accent))
      line.append("_ ", appearance.style(.accent))
      line.append(appearance.words("Enter finds  Esc ends"), dim)
    } else if let message = state.message {
      line.append(appearance.words(message), appearance.style(.warning))
    } else {
      line.append(appearance.words("rec") + " ", dim)
      // Without colours an error is turned round; a dot is only bright.
      let style: Style = appearance.colors == .none ? Style(bold: true) : appearance.style(.error)
      line.append(appearance.glyph("●", ascii: "*"), style)
      line.append(" " + NumberText.clock(state.recordedTime) + " ", dim)
      line.append(rule + " ", dim)
      for (index, hint) in hints(state).enumerated() {
        let text = (index == 0 ? "" : "  ") + appearance.words(hint)
        // Half a hint helps nobody.
        if line.width + DisplayWidth.of(text) + 1 > area.columns { break }
        line.append(text, dim)
      }
    }
    line.append(" ")
    line.draw(into: &frame, row: area.row, column: area.column, clip: area)
  }

  /// The keys that matter now, the most useful first.
  static func hints(_ state: AppState) -> [String] {
    if !state.pendingKeys.isEmpty {
      return [KeySequence(state.pendingKeys).text + " …"]
        + KeyTable.continuations(of: state.pendingKeys, in: state).map {
          $0.key + " " + $0.action.name
        }
    }
    if state.overlay == .help { return ["Esc close", "PgUp/PgDn scroll"] }
    if case .replaying = state.snapshot.activity {
      return ["Space next cell", "Esc take over", "PgUp scroll", "^C stop"]
    }
    if let zoomed = state.arrangement.zoomed, state.layout.focusable == [zoomed] {
      let focus = state.focus == nil ? "" : "Esc prompt"
      let alone = "[\(state.appearance.words(zoomed.title))] " + state.appearance.words("alone")
      return [alone, "Alt-z all panes", "Alt-o next pane", focus]
        .filter { !$0.isEmpty }
    }
    if let pane = state.focus {
      let keys =
        switch pane {
        case .attention: ["v view", "arrows crosshair", "Tab head", "[ ] steps", "g ∂L/∂A"]
        case .program: ["arrows choose, fold", "Enter go there", "Alt-b break"]
        case .cells:
          ["e edit", "r run again", "R run from here", "d d delete", "u undo", "/ search"]
        case .instruction: ["arrows element", "Tab matrix", "PgDn slice", "Enter who wrote it"]
        case .plots where state.chosenPicture?.isScrolled == true:
          ["Up/Down scroll", "Tab plot", "Enter alone", "PgUp/PgDn", "Home/End"]
        case .plots where state.chosenPicture != nil:
          [
            "arrows read", "Tab plot", "Enter alone",
            state.chosenPicture?.isSortable == true && !state.singleKeysHold ? "s sort" : "",
            "PgUp/PgDn",
          ].filter { !$0.isEmpty }
        case .loss, .plots:
          ["arrows cursor", "+- zoom", "<> pan", "l L log", "x unit", "w smooth", "0 reset"]
        default: ["arrows scroll"]
        }
      return ["[\(state.appearance.words(pane.title))]"] + keys + ["Alt-o next pane", "Esc prompt"]
    }
    if state.singleKeysHold {
      return [
        "s step", "n next", "f finish", "c continue", "b backward", "SNFCB back", "Alt-s off",
      ]
    }
    if state.isWalking {
      return ["Alt-s single keys", "PgUp scroll", "Alt-o panes", "Tab complete"]
    }
    switch state.snapshot.activity {
    case .training: return ["^C stop", "Alt-p pause", "PgUp scroll", "Alt-o panes", "Tab complete"]
    case .paused: return ["Alt-p go on", "PgUp scroll", "^R history", "Tab complete"]
    case .executing: return ["^C stop", "PgUp scroll", "Tab complete"]
    default: return ["PgUp scroll", "^R history", "Tab complete", "F2-F5 layouts", "^D quit"]
    }
  }
}
