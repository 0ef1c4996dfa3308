// The gradients pane: what it shows of the layers, and which layer is chosen.

import Notebook
import Screen

/// What the gradients pane shows.
public struct GradientPane: Hashable, Sendable {
  public enum Mode: Hashable, Sendable {
    /// Norms as sparklines, a heat strip when they are many.
    case norms
    case strip, ratios
    /// A pinned plot of layers, by its place among them.
    case plot(Int)
  }

  public var mode = Mode.norms
  /// The chosen row.
  public var row: Int?
  /// The step that the numbers are read at; nil is the last.
  public var step: Int?

  public init(mode: Mode = .norms, row: Int? = nil, step: Int? = nil) {
    self.mode = mode
    self.row = row
    self.step = step
  }
}

extension AppState {
  /// Pinned plots of layers, which the gradients pane can show too.
  var layerPlots: [PlotOutput] {
    snapshot.plots.filter { plot in
      switch plot.content {
      case .distributions, .times: true
      default: false
      }
    }
  }

  /// What the pane shows; a plot that is gone leaves the norms.
  var gradientMode: GradientPane.Mode {
    if case .plot(let place) = gradientPane.mode, !layerPlots.indices.contains(place) {
      return .norms
    }
    return gradientPane.mode
  }

  /// The rows of what the pane shows.
  var gradientRowCount: Int {
    switch gradientMode {
    case .norms, .strip: return snapshot.run?.gradients.count ?? 0
    case .ratios: return snapshot.run?.ratios?.rows.count ?? 0
    case .plot(let place):
      switch layerPlots[place].content {
      case .distributions(let plot): return plot.rows.count
      case .times(let plot): return plot.rows.count
      default: return 0
      }
    }
  }

  /// Norms, strip, ratios, then the pinned plots of layers.
  mutating func turnGradients(by count: Int) -> [AppEffect] {
    let modes = [.norms, .strip, .ratios] + layerPlots.indices.map { GradientPane.Mode.plot($0) }
    let here = modes.firstIndex(of: gradientMode) ?? 0
    gradientPane.mode = modes[((here + count) % modes.count + modes.count) % modes.count]
    gradientPane.row = nil
    scroll[.gradients] = 0
    return []
  }

  /// Chooses another layer and brings it into view.
  mutating func chooseLayer(by rows: Int) -> [AppEffect] {
    let count = gradientRowCount
    guard count > 0 else { return [] }
    let first = rows > 0 ? -1 : count
    let here = gradientPane.row.map { max(0, min($0, count - 1)) } ?? first
    chooseLayer(max(0, min(here + max(-count, min(rows, count)), count - 1)))
    return []
  }

  mutating func chooseLayer(_ row: Int) {
    gradientPane.row = row
    // Header, axis and the note about what is left out take three rows.
    let room = max(1, (layout.panes[.gradients]?.rows ?? 1) - 3)
    let offset = scroll[.gradients] ?? 0
    if row < offset { scroll[.gradients] = row }
    if row >= offset + room { scroll[.gradients] = row - room + 1 }
  }

  /// A click chooses the layer under it.
  mutating func clickLayer(at place: Point, in area: Rect) -> [AppEffect] {
    let count = gradientRowCount
    let line = place.row - area.row - 1
    guard line >= 0, count > 0 else { return [] }
    let offset = max(0, min(scroll[.gradients] ?? 0, max(0, count - (area.rows - 2))))
    if line + offset < count { gradientPane.row = line + offset }
    return []
  }
}

extension AppState {
  /// The step that the cursor over the training steps reads; nil reads the last.
  /// One with the other plots over training steps.
  var stepCursor: Double? { series.steps.cursor ?? gradientPane.step.map(Double.init) }

  /// Moves the cursor by so many hundredths of what is recorded; past the end it follows the run.
  mutating func moveStepCursor(by count: Int) -> [AppEffect] {
    guard let buckets = snapshot.run?.gradients.first?.norms.buckets, let first = buckets.first,
      let last = buckets.last, last.lastStep >= first.firstStep
    else { return [] }
    let unit = max(1, (last.lastStep &- first.firstStep) / 100)
    let present = series.steps.cursor.flatMap { Int(exactly: $0.rounded()) } ?? gradientPane.step
    let here = present.map { min($0, last.lastStep) } ?? last.lastStep
    let (step, overflow) = here.addingReportingOverflow(count * unit)
    gradientPane.step =
      overflow || step > last.lastStep ? nil : max(first.firstStep, step)
    series.steps.cursor = gradientPane.step.map(Double.init)
    return []
  }
}
