// The top line: session, step, what is going on, speed, time left, loss; help at the right.

import Notebook
import Screen

/// The status line.
enum StatusBar {
  /// What the title of a session may take from other things.
  private static let titleColumns = 24

  /// Draws the line; what is less important gives way first.
  static func draw(_ state: AppState, into frame: inout Frame, area: Rect) {
    guard !area.isEmpty else { return }
    let appearance = state.appearance
    frame.fill(area, with: ScreenCell(" ", style: appearance.style(.bar)))
    let help = appearance.words("F1 help") + " "
    // (text, rank): the highest rank goes first when the room is short.
    let snapshot = state.snapshot
    // How fast it goes matters more than what it is called, while it goes.
    let isTraining = snapshot.activity == .training
    let title = appearance.shown(snapshot.title)
    var parts: [(text: String, rank: Int)] = [
      (" nabla", 1), (title.fitted(to: titleColumns), isTraining ? 5 : 2),
    ]
    // Numbers that grow while it goes do not move what follows them.
    if let run = snapshot.run {
      let target = String(run.target)
      let step = String(run.step).rightAligned(to: isTraining ? target.count : 0)
      parts.append((appearance.words("step") + " \(step)/\(target)", 3))
    }
    parts.append((activity(state), 0))
    parts += work(state)
    if let run = snapshot.run {
      if let rate = state.rate.rate, snapshot.activity == .training {
        parts.append((NumberText.rate(rate).rightAligned(to: 5) + " it/s", 4))
        let period = snapshot.progress.first { $0.task == "training" }?.period ?? 1
        let seconds = state.rate.remaining(step: run.step, target: run.target, period: period)
        if let seconds {
          parts.append((appearance.words("ETA") + " " + NumberText.duration(seconds), 6))
        }
      }
      if !run.warnings.isEmpty {
        let sign = appearance.glyph("▲ ", ascii: "! ")
        parts.append((sign + run.warnings.map(appearance.words).joined(separator: ", "), 1))
      }
      if let loss = run.lastLoss {
        let columns = isTraining && area.columns >= 100 ? 9 : 0
        parts.append(
          (appearance.words("loss") + " " + NumberText.short(loss).padded(to: columns), 3))
      }
      if area.columns >= 100 {
        parts.append(("lr " + NumberText.short(run.learningRate), 7))
        parts.append((appearance.shown(run.optimizer), 8))
        if run.stepsPerEpoch > 1 {
          parts.append(
            (appearance.words("epoch") + " \(max(1, (run.step - 1) / run.stepsPerEpoch + 1))", 9))
        }
      }
    }
    parts.removeAll { $0.text.isEmpty }
    let room = area.columns - (area.columns >= 30 ? DisplayWidth.of(help) + 1 : 0)
    while parts.count > 1, width(parts) > room {
      guard let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank }) else { break }
      parts.remove(at: least)
    }
    // A long title takes the room that nothing else needs, unless the numbers still grow.
    if !isTraining, parts.count > 1, parts[1].text == title.fitted(to: titleColumns) {
      parts[1].text = title.fitted(to: titleColumns + max(0, room - width(parts)))
    }
    var column = area.column
    for (index, part) in parts.enumerated() {
      var style = appearance.style(.bar)
      style.bold = index == 0 || part.rank <= 1
      let text = part.text.fitted(to: max(0, area.endColumn - column))
      column = frame.put(text, row: area.row, column: column, style: style, clip: area) + 2
    }
    if area.columns >= 30 {
      frame.put(
        help, row: area.row, column: area.endColumn - DisplayWidth.of(help),
        style: appearance.style(.bar),
        clip: area)
    }
  }

  /// How far the work is, besides what stands there for the training: `opening 3/10 cells`, a bar of
  /// the innermost, the time that is left.
  private static func work(_ state: AppState) -> [(text: String, rank: Int)] {
    guard let inner = state.snapshot.progress.last else { return [] }
    var parts: [(text: String, rank: Int)] = []
    for part in state.snapshot.progress where part.task != "training" {
      let total = part.total.map { "/\($0)" } ?? ""
      let count =
        part.total == nil ? "" : " \(part.done)\(total) " + state.appearance.words(part.unit)
      parts.append((state.appearance.words(part.task) + count, 2))
    }
    if let fraction = inner.fraction, state.snapshot.activity != .paused {
      parts.append((bar(fraction, state.appearance), inner.task == "training" ? 7 : 6))
    }
    guard inner.task != "training" else { return parts }
    if let rate = state.meters.rate(inner), rate > 0 {
      parts.append((NumberText.rate(rate) + " \(state.appearance.words(inner.unit))/s", 4))
    }
    if let seconds = state.meters.remaining(inner) {
      parts.append((state.appearance.words("ETA") + " " + NumberText.duration(seconds), 5))
    }
    return parts
  }

  /// A small bar whose empty part is seen on the reversed line too: `━━━━━┄┄┄┄┄`.
  private static func bar(_ fraction: Double, _ appearance: Appearance) -> String {
    let columns = 10
    let isUnicode = appearance.glyphs == .unicode
    let filled = min(columns, max(0, Int((fraction * Double(columns)).rounded(.down))))
    return String(repeating: isUnicode ? "━" : "#", count: filled)
      + String(repeating: isUnicode ? "┄" : ".", count: columns - filled)
  }

  private static func width(_ parts: [(text: String, rank: Int)]) -> Int {
    parts.reduce(0) { $0 + DisplayWidth.of($1.text) } + 2 * (parts.count - 1)
  }

  private static func activity(_ state: AppState) -> String {
    switch state.snapshot.activity {
    case .idle:
      guard state.isWalking, let program = state.snapshot.program else { return "" }
      let phase =
        program.rows.indices.contains(program.counter)
        ? " " + state.appearance.words(program.rows[program.counter].phase) : ""
      return state.appearance.words("WALK step") + " \(program.step)" + phase
    case .executing: return state.appearance.words("BUSY")
    case .training: return state.appearance.words("TRAIN")
    case .paused: return state.appearance.words("PAUSED")
    case .replaying(let cell, let count):
      return state.appearance.words("REPLAY") + " \(cell)/\(count)"
    }
  }
}
