// What a person has changed about a layout: sizes, places, the one pane that fills the screen. It is
// kept with the session as one word of its first line, and means the same at every screen size.

/// Changes to a preset's panes, by the preset's own places ("slots").
public struct Arrangement: Hashable, Sendable {
  /// Columns of the slots of a band, in relation to each other.
  public var columns: [Pane: Int] = [:]
  /// Rows of the bands, each named by its first slot, and of the cells.
  public var rows: [Pane: Int] = [:]
  /// Which pane stands in a slot that is not its own.
  public var places: [Pane: Pane] = [:]
  /// The pane that fills the screen alone.
  public var zoomed: Pane?

  public init() {}

  public var isEmpty: Bool { self == Arrangement() }

  /// The slot in which a pane stands.
  func slot(of pane: Pane) -> Pane { places.first { $0.value == pane }?.key ?? pane }

  /// Lets two panes change places.
  mutating func swap(_ a: Pane, _ b: Pane) {
    let (slotA, slotB) = (slot(of: a), slot(of: b))
    places[slotA] = b
    places[slotB] = a
    for (slot, pane) in places where slot == pane { places[slot] = nil }
  }

  /// The pane of a slot among those that show; the places of others are passed on.
  func pane(in slot: Pane, shown: (Pane) -> Bool) -> Pane {
    var pane = places[slot] ?? slot
    for _ in Pane.allCases where !shown(pane) { pane = places[pane] ?? pane }
    return shown(pane) ? pane : slot
  }

  // MARK: As text

  /// `columns=loss:40,gradients:39;rows=loss:12,cells:8;places=loss:cells,cells:loss;zoom=loss`,
  /// parts that say nothing left out; panes in a fixed order.
  public var text: String {
    var parts: [String] = []
    func add<Value>(_ name: String, _ values: [Pane: Value], _ shown: (Value) -> String) {
      let entries = Pane.allCases.compactMap { pane in
        values[pane].map { "\(pane.rawValue):\(shown($0))" }
      }
      if !entries.isEmpty { parts.append(name + "=" + entries.joined(separator: ",")) }
    }
    add("columns", columns) { String($0) }
    add("rows", rows) { String($0) }
    add("places", places) { $0.rawValue }
    if let zoomed { parts.append("zoom=" + zoomed.rawValue) }
    return parts.joined(separator: ";")
  }

  /// Reads `text`; what is not understood is left out.
  public init(text: String) {
    for part in text.prefix(1000).split(separator: ";") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      if halves[0] == "zoom" {
        zoomed = Pane(rawValue: String(halves[1])).flatMap { Pane.main.contains($0) ? $0 : nil }
        continue
      }
      for entry in halves[1].split(separator: ",") {
        let words = entry.split(separator: ":")
        guard words.count == 2, let pane = Pane(rawValue: String(words[0])),
          Pane.main.contains(pane)
        else { continue }
        let size = Int(words[1]).flatMap { (1...10_000).contains($0) ? $0 : nil }
        switch halves[0] {
        case "columns": columns[pane] = size
        case "rows": rows[pane] = size
        case "places":
          if let other = Pane(rawValue: String(words[1])), Pane.main.contains(other) {
            places[pane] = other
          }
        default: break
        }
      }
    }
    // Every pane in one place, or the panes cannot be laid out.
    if Set(places.keys) != Set(places.values) { places = [:] }
    for (slot, pane) in places where slot == pane { places[slot] = nil }
  }

  /// Lengths in the relation of `weights` that add up to `total`, none below `least`; nil when there
  /// is no room for that.
  static func lengths(_ total: Int, weights: [Int], least: Int) -> [Int]? {
    let sum = weights.reduce(0) { $0 + max(1, min($1, 10_000)) }
    guard !weights.isEmpty, total >= least * weights.count else { return nil }
    var lengths = weights.map { max(least, total * max(1, min($0, 10_000)) / sum) }
    var surplus = total - lengths.reduce(0, +)
    if surplus > 0 { lengths[lengths.count - 1] += surplus }
    while surplus < 0, let largest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }) {
      let cut = min(-surplus, max(1, lengths[largest] - least))
      lengths[largest] -= cut
      surplus += cut
    }
    return lengths
  }
}
