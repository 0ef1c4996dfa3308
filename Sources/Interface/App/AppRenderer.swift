// State to frame: the layout's panes, each drawn by its view, rules between them, overlays on top.

import Notebook
import Plotting
public import Screen

/// Draws the whole screen.
public enum AppRenderer {
  /// The frame of a state. Pure: equal states give equal frames.
  public static func render(_ state: AppState) -> Frame {
    var frame = Frame(size: state.size)
    let layout = state.layout
    if layout.isTooSmall {
      TooSmallView.draw(into: &frame, area: frame.bounds, appearance: state.appearance)
    } else {
      draw(state, layout, into: &frame)
    }
    if state.appearance.glyphs == .ascii { frame.transliterate() }
    return frame
  }

  /// A frame of the same state but for the text at the prompt, brought up to date.
  static func renderPrompt(_ state: AppState, over frame: Frame) -> Frame {
    var frame = frame
    let layout = state.layout
    frame.cursor = nil
    for pane in [Pane.prompt, .footer] {
      guard let area = layout.panes[pane] else { continue }
      frame.fill(area)
      draw(pane, state, layout, into: &frame, area: area)
    }
    return frame
  }

  private static func draw(_ state: AppState, _ layout: Layout, into frame: inout Frame) {
    for pane in Pane.allCases {
      guard let area = layout.panes[pane] else { continue }
      draw(pane, state, layout, into: &frame, area: area)
    }
    drawRules(state, layout, into: &frame)
    guard let prompt = layout.panes[.prompt] else { return }
    let top = layout.panes[.status]?.endRow ?? 0
    let body = Rect(
      column: 0, row: top, columns: state.size.columns, rows: prompt.row - top)
    switch state.overlay {
    case .help:
      HelpView.draw(state, into: &frame, area: body)
    case .offer(let text):
      OfferView.draw(
        text, ["Enter  open it", "Esc    leave it and start anew"], into: &frame, area: body,
        appearance: state.appearance)
    case .unsaved(let text):
      OfferView.draw(
        text, ["s      save it", "d      discard it", "Esc    stay with it"], into: &frame,
        area: body, appearance: state.appearance)
    case nil:
      PromptView.drawCompletions(
        state.prompt, above: prompt, into: &frame, appearance: state.appearance)
    }
  }

  private static func draw(
    _ pane: Pane, _ state: AppState, _ layout: Layout, into frame: inout Frame, area: Rect
  ) {
    let snapshot = state.snapshot
    let appearance = state.appearance
    let scroll = state.scroll[pane] ?? 0
    switch pane {
    case .status: StatusBar.draw(state, into: &frame, area: area)
    case .footer: FooterView.draw(state, into: &frame, area: area)
    case .tabs:
      TabBar.draw(
        layout.tabs, selected: layout.tabs.contains(state.tab) ? state.tab : .cells,
        into: &frame, area: area, appearance: appearance)
    case .cells:
      CellsView.draw(
        snapshot.cells, scroll: scroll, look: state.cellsLook, into: &frame, area: area,
        appearance: appearance)
    case .loss:
      LossView.draw(
        snapshot.run, axes: state.lossAxes, view: state.series, yRanges: state.yRanges,
        into: &frame, area: area, appearance: appearance)
    case .gradients:
      GradientView.draw(state, into: &frame, area: area)
    case .program:
      if let program = snapshot.program {
        ProgramView(
          program, folds: state.folds, chosen: state.chosenRow,
          hasFocus: state.focus == .program, appearance: appearance
        ).draw(scroll: scroll, into: &frame, area: area)
      } else {
        Hint.draw(
          "no program yet: train L with sgd(lr=0.1) steps=0 makes one of a loss L, step walks it",
          into: &frame, area: area, appearance: appearance)
      }
    case .instruction:
      InstructionView.draw(
        snapshot.program?.current, hint: InstructionView.hint(snapshot), scroll: scroll,
        into: &frame, area: area, appearance: appearance)
    case .attention:
      AttentionPane(
        snapshot.attention, snapshot.attentionLook, gaze: state.attention, area: area,
        appearance: appearance
      ).draw(into: &frame)
    case .plots:
      PlotsView.draw(state, into: &frame, area: area)
    case .numbers:
      NumbersView.draw(snapshot.run, into: &frame, area: area, appearance: appearance)
    case .prompt:
      PromptView.draw(
        state.shownPrompt, hasFocus: state.focus == nil && state.overlay == nil, into: &frame,
        area: area, appearance: appearance)
    }
  }

  /// Joins a rule that begins beside a vertical one to it.
  private static func joinLeft(_ rule: Rect, _ appearance: Appearance, into frame: inout Frame) {
    guard rule.column > 0, frame[rule.row, rule.column - 1].text == "│" else { return }
    let style = frame[rule.row, rule.column - 1].style
    frame[rule.row, rule.column - 1] = ScreenCell(
      appearance.glyph("├", ascii: "+"), style: style)
  }

  /// Rules between panes; those around the pane with the focus are bright.
  private static func drawRules(
    _ state: AppState, _ layout: Layout, into frame: inout Frame
  ) {
    let appearance = state.appearance
    let focused = state.focus.flatMap { layout.panes[$0] }
    func style(_ rule: Rect) -> Style {
      guard let focused else { return appearance.style(.rule) }
      let around = Rect(
        column: focused.column - 1, row: focused.row - 1, columns: focused.columns + 2,
        rows: focused.rows + 2)
      return appearance.style(around.intersection(rule).isEmpty ? .rule : .accent)
    }
    for rule in layout.horizontalRules {
      let cell = ScreenCell(appearance.glyph("─", ascii: "-"), style: style(rule))
      frame.fill(rule, with: cell)
    }
    for rule in layout.verticalRules {
      let cell = ScreenCell(appearance.glyph("│", ascii: "|"), style: style(rule))
      frame.fill(rule, with: cell)
      let below = Point(column: rule.column, row: rule.endRow)
      if let joint = layout.horizontalRules.first(where: { $0.contains(below) }) {
        frame[below.row, below.column] = ScreenCell(
          appearance.glyph("┴", ascii: "+"), style: style(joint))
      }
      let above = Point(column: rule.column, row: rule.row - 1)
      if let joint = layout.horizontalRules.first(where: { $0.contains(above) }) {
        let crossed = frame[above.row, above.column].text == "┴"
        frame[above.row, above.column] = ScreenCell(
          appearance.glyph(crossed ? "┼" : "┬", ascii: "+"), style: style(joint))
      }
    }
    for rule in layout.horizontalRules { joinLeft(rule, appearance, into: &frame) }
  }
}
