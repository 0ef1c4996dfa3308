// A recurrent network in time: a column a step, from x at the bottom through h to y, with the state
// handed on to the right.

public import Screen

/// The time steps of a recurrent network side by side. More than fit are left out at the right, and
/// the title says so.
public struct UnrolledChart: Chart, Hashable {
  public struct Step: Hashable, Sendable {
    public var label: String
    public var x: [String]
    public var h: [String]
    /// Empty when nothing reads the state.
    public var y: [String]
    public var loss: String?

    public init(
      label: String, x: [String], h: [String], y: [String] = [], loss: String? = nil
    ) {
      self.label = label
      self.x = x
      self.h = h
      self.y = y
      self.loss = loss
    }
  }

  public var title: String
  /// Beside the title, the most important first.
  public var notes: [HeadingWords]
  /// The weights that all steps share: `W net.0.weight_ih_l0 [3, 1]`.
  public var shared: [String]
  public var steps: [Step]
  /// Whether there is a V, and so a y.
  public var hasOutput: Bool
  /// The first step shown.
  public var offset: Int

  public init(
    title: String, notes: [HeadingWords] = [], shared: [String], steps: [Step], hasOutput: Bool,
    offset: Int = 0
  ) {
    self.title = title
    self.notes = notes
    self.shared = shared
    self.steps = steps
    self.hasOutput = hasOutput
    self.offset = offset
  }

  private var tallest: (x: Int, h: Int, y: Int) {
    (
      steps.map(\.x.count).max() ?? 0, steps.map(\.h.count).max() ?? 0,
      steps.map(\.y.count).max() ?? 0
    )
  }

  private var hasLoss: Bool { steps.contains { $0.loss != nil } }

  public func naturalRows(columns: Int) -> Int {
    let (x, h, y) = tallest
    return 2 + (hasLoss ? 1 : 0) + (hasOutput ? y + 1 : 0) + h + 1 + x + shared.count
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let isUnicode = appearance.glyphs == .unicode
    func width(_ text: String) -> Int { DisplayWidth.of(appearance.text(text)) }
    let cells = steps.flatMap { [$0.label] + $0.x + $0.h + $0.y + [$0.loss ?? ""] }
    let cell = min(max(6, cells.map(width).max() ?? 6), 14)
    let (gutter, arrow) = (6, 6)
    let fit = max(1, (area.columns - gutter + arrow) / (cell + arrow))
    let first = max(0, min(offset, steps.count - fit))
    let shown = steps.indices.dropFirst(first).prefix(fit)
    var heading = notes
    if shown.count < steps.count, let last = shown.last {
      let part = "\(first)–\(last) of \(steps.count)"
      heading.append(["steps \(part)", part])
    }
    // Where rows are short the largest vectors are cut first; below three numbers the shared weights
    // are only named.
    var (x, h, y) = tallest
    var shared = shared
    let fixed = 2 + (hasLoss ? 1 : 0) + (hasOutput ? 1 : 0) + 1
    func cut(to least: Int) {
      while x + h + y + fixed + shared.count > area.rows, max(x, h, y) > least {
        if h == max(x, h, y) { h -= 1 } else if x == max(x, h, y) { x -= 1 } else { y -= 1 }
      }
    }
    cut(to: 3)
    if x + h + y + fixed + shared.count > area.rows, shared.count > 1 {
      let names = shared.map { $0.prefix { $0 != " " } }.joined(separator: ", ")
      shared = ["\(names): the same at every step"]
    }
    shared = shared.map(appearance.said)
    cut(to: 1)
    var row = area.row
    func put(
      _ text: String, _ column: Int, _ to: Int, _ style: Style, right: Bool = false
    ) {
      frame.label(
        text, row: row, column: area.column + column, to: min(to, area.columns - column),
        style: style, right: right, clip: area, appearance: appearance)
    }
    func column(_ index: Int) -> Int { gutter + (index - first) * (cell + arrow) }
    func vectors(_ name: String, _ rows: Int, arrows: Bool, _ part: (Step) -> [String]) {
      for line in 0..<rows {
        if line == rows / 2 { put(name, 0, gutter - 1, palette[.title]) }
        for index in shown {
          let values = part(steps[index])
          guard line < values.count else { continue }
          let isCut = line == rows - 1 && values.count > rows
          let text = isCut && rows > 1 ? "" : values[line]
          put(
            isCut ? text + appearance.ellipsis : text, column(index), cell, .plain, right: true)
          guard arrows, line == rows / 2, index != shown.last else { continue }
          put(
            isUnicode ? " ─U─▶ " : " -U-> ", column(index) + cell, arrow, palette[.accent])
        }
        row += 1
      }
    }
    func arrows(_ name: String) {
      for index in shown {
        put(
          (isUnicode ? "↑ " : "^ ") + name, column(index) + max(0, cell - 3), 3, palette[.accent])
      }
      row += 1
    }
    frame.heading(title, heading, area: area, appearance: appearance)
    row += 1
    for index in shown {
      put(steps[index].label, column(index), cell, palette[.label], right: true)
    }
    row += 1
    if hasLoss {
      put(appearance.said("loss"), 0, gutter - 1, palette[.title])
      for index in shown {
        put(steps[index].loss ?? "", column(index), cell, palette[.warning], right: true)
      }
      row += 1
    }
    if hasOutput {
      vectors("y", y, arrows: false, \.y)
      arrows("V")
    }
    vectors("h", h, arrows: true, \.h)
    arrows("W")
    vectors("x", x, arrows: false, \.x)
    for text in shared {
      put(text, 0, area.columns, palette[.dim])
      row += 1
    }
  }
}
