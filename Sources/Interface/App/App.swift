// The full screen as a state machine: events in, effects out. No clock, no terminal, no engine.
//
//   keys, lines, prompt ─┐                       ┌─> effects: submit, interrupt, passToEditor …
//   snapshots, ticks ────┴─> update(state) ──────┤
//                                                └─> render(state) ─> Frame

import Notebook
import Plotting
public import Screen

/// The application's state with its transitions.
public struct App: Sendable {
  public private(set) var state: AppState
  /// What may look different from the last frame.
  private enum Change { case nothing, prompt, all }
  private var change = Change.all
  private var lastFrame: Frame?

  public init(_ state: AppState) { self.state = state }

  /// Takes an event and returns what is to be done, in order.
  public mutating func update(_ event: AppEvent) -> [AppEffect] {
    switch event {
    case .prompt(let prompt):
      if prompt == state.prompt { return [] }
      if change != .all { change = isTyping(prompt) ? .prompt : .all }
      return state.update(event)
    case .tick:
      // Time alone moves clocks and bars, not every frame.
      let quarter = (state.recordedTime * 4).rounded(.down)
      defer { if (state.recordedTime * 4).rounded(.down) != quarter { change = .all } }
      return state.update(event)
    default:
      change = .all
      return state.update(event)
    }
  }

  /// Whether a new prompt leaves everything but the prompt and the footer as it is.
  private func isTyping(_ new: PromptState) -> Bool {
    let old = state.prompt
    return state.overlay == nil && state.appearance.glyphs == .unicode
      && old.completions.isEmpty && new.completions.isEmpty
      && PromptView.rows(old) == PromptView.rows(new)
  }

  /// The frame, unless it would be the last one again.
  ///
  /// Typing draws the prompt alone: a key must not wait for the charts of a large screen.
  public mutating func nextFrame() -> Frame? {
    defer { change = .nothing }
    switch change {
    case .nothing: return nil
    case .prompt:
      lastFrame = lastFrame.map { AppRenderer.renderPrompt(state, over: $0) } ?? render()
    case .all: lastFrame = render()
    }
    return lastFrame
  }

  /// The frame of the present state.
  public func render() -> Frame { AppRenderer.render(state) }

  /// Whether the application wants a key before the line editor does. A chunk of input none of
  /// whose keys it wants can go to the editor as the bytes it came in.
  public func wants(_ key: Key) -> Bool { state.wants(key) }
}

extension AppState {
  /// Takes an event and returns what is to be done, in order.
  public mutating func update(_ event: AppEvent) -> [AppEffect] {
    switch event {
    case .input(let input): return update(input: input)
    case .line(let line): return submit(line)
    case .prompt(let prompt):
      self.prompt = prompt
      return []
    case .snapshot(let snapshot, let time):
      take(snapshot, at: time)
      return []
    case .tick(let time):
      // An idle screen stands still.
      if snapshot.activity != .idle && snapshot.activity != .paused { advance(to: time) }
      return []
    case .message(let message):
      self.message = message
      return []
    case .theme(let theme):
      if !isThemeChosen { appearance.theme = theme }
      return []
    case .offer(let offer):
      overlay = .offer(offer)
      return []
    case .ask(let question):
      overlay = .unsaved(question)
      return []
    case .edited(let text):
      message = editing == nil ? nil : "Enter puts it in place; ^C leaves the cell as it was"
      focus = nil
      return [.replaceLine(text)]
    }
  }

  private mutating func submit(_ line: String) -> [AppEffect] {
    message = nil
    if let effects = takeEdited(line) { return effects }
    let command = line.drop { $0 == " " || $0 == "\n" || $0 == "\t" }.trimmingBlanksAtEnd
    guard !command.isEmpty else { return [] }
    if command == "quit" || command == "exit" { return [.quit] }
    if overlay == .help { overlay = nil }
    if let effects = takeKeyLine(String(command)) { return effects }
    scroll[.cells] = 0
    if case .replaying = snapshot.activity {
      endReplay()
      return [.takeOver, .submit(line)]
    }
    return [.submit(line)]
  }

  private mutating func advance(to time: Double) {
    if time.isFinite { recordedTime = max(recordedTime, time) }
  }

  private mutating func take(_ new: Snapshot, at time: Double) {
    let old = snapshot
    let anchor = old.cells == new.cells ? nil : cellsAnchor
    snapshot = new
    advance(to: time)
    if new.layout != old.layout { chosenLayout = nil }
    followArrangement(new.arrangement, after: old.arrangement)
    if old.program?.counter != new.program?.counter || old.program?.step != new.program?.step {
      scroll[.program] = 0
      scroll[.instruction] = 0
      gaze = Gaze()
      chosenRow = nil
    }
    if old.program?.rows.count != new.program?.rows.count
      || old.program?.groups.count != new.program?.groups.count
    {
      folds = [:]
      gaze = Gaze()
      chosenRow = nil
    }
    if new.activity != .paused { meters.add(new.progress, at: time) }
    if let run = new.run {
      if new.activity == .training {
        rate.add(step: run.step, at: time)
      } else {
        rate.pause()
      }
    } else {
      rate = RateMeter()
    }
    followRanges()
    followAttention()
    followPlots(after: old)
    followWalk(after: old)
    followCells(after: old, from: anchor)
    let panes = layout.focusable
    if let focus, !panes.contains(focus) { self.focus = nil }
  }

  /// Keeps the live plots' y ranges from jittering. Once nothing runs they fit the data again, so
  /// that the last frame does not depend on how many were drawn before.
  private mutating func followRanges() {
    var ranges: [String: StickyRange] = [:]
    func follow(_ title: String, _ series: [SeriesSnapshot], _ axes: PlotAxes) {
      let charts = SeriesCharts("", series, axes: axes, viewport: Viewport()).panels
      for (panel, chart) in charts.enumerated() {
        let key = SeriesCharts.key(title, panel: panel)
        ranges[key] = followed(chart, key)
      }
    }
    if let run = snapshot.run { follow("", run.series, lossAxes) }
    for plot in snapshot.plots {
      guard case .series(let shown) = plot.content else { continue }
      follow(plot.title, shown, series.applied(to: plot.axes))
    }
    yRanges = ranges
  }

  private func followed(_ chart: LineChart, _ name: String) -> StickyRange {
    let kind = chart.resolvedScale
    let isLive = snapshot.activity == .training || snapshot.activity == .paused
    var range = (isLive ? yRanges[name] : nil) ?? StickyRange(kind)
    if range.kind != kind { range = StickyRange(kind) }
    if let data = chart.dataRange(positive: kind == .log10) {
      range.update(lower: data.lowerBound, upper: data.upperBound)
    }
    return range
  }
}
