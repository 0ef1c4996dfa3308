// Which items of a list show when it is longer than its room, with a line for the rest.

import Screen

struct Window {
  /// The items shown.
  let items: Range<Int>
  let count: Int

  /// A line is kept for the note when something is left out; `offset` is brought within bounds, and
  /// to where the item that has to be seen is.
  init(count: Int, offset: Int, room: Int, showing chosen: Int? = nil) {
    self.count = count
    guard room > 0 else {
      items = 0..<0
      return
    }
    guard count > room else {
      items = 0..<count
      return
    }
    let shown = room > 1 ? room - 1 : 1
    var start = min(max(0, offset), count - shown)
    if let chosen, chosen >= 0, chosen < count {
      start = min(max(start, chosen - shown + 1), chosen)
    }
    items = start..<start + shown
  }

  /// `… 12 more`, or where the window stands when it was moved.
  func note(_ appearance: Appearance) -> String? {
    guard items.count < count, !items.isEmpty else { return nil }
    let sign = appearance.glyphs == .unicode ? "…" : "..."
    if items.lowerBound == 0 {
      return sign + " " + appearance.said("\(count - items.count) more")
    }
    return sign + " "
      + appearance.said("\(items.lowerBound) above, \(count - items.upperBound) below")
  }
}
