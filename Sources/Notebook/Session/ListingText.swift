// A part of the program as text. Measured times are no part of what is recorded: the screen and the
// line mode draw them.

/// Lines for a listing.
///
///     step 1, 8 of 22 instructions have run
///     forward
///         8  c  L = mean(L.bce)  []
///     backward
///     ▶   9  -  L.bce.grad = …   [4, 1]
///     c computed · - not yet
public enum ListingText {
  /// The most columns that formulas are set apart from the shapes by.
  private static let widest = 56

  static func lines(_ listing: ProgramListing) -> [String] {
    var lines = [listing.title]
    let numbers = listing.rows.map(\.number.count).max() ?? 1
    let states = listing.rows.map(\.state.count).max() ?? 1
    let texts = min(
      listing.rows.lazy.filter { $0.shape != nil }.map { VisibleText.width($0.text) }.max() ?? 0,
      widest)
    var phase = ""
    for row in listing.rows {
      if row.phase != phase, !row.phase.isEmpty {
        phase = row.phase
        lines.append(phase)
      }
      let mark = row.isNext ? "▶" : row.hasBreakpoint ? "●" : " "
      guard row.kind != .gap else {
        lines.append("  … \(row.text)")
        continue
      }
      var line = "\(mark) " + VisibleText.padded(row.number, to: numbers, right: true)
      line += "  " + VisibleText.padded(row.state, to: states, right: false) + "  "
      if let shape = row.shape {
        line += VisibleText.padded(row.text, to: texts, right: false)
        line += "  " + TensorText.shapeText(shape)
      } else {
        line += "\(row.path)  \(row.text)"
      }
      lines.append(line)
    }
    if listing.count > 0, listing.counter == listing.count {
      lines.append("▶ end of step \(listing.step)")
    }
    if !listing.changed.isEmpty {
      lines.append("changed by hand in this step: \(listing.changed.joined(separator: ", "))")
    }
    if !listing.legend.isEmpty { lines.append(listing.legend) }
    return lines
  }

  /// `420 µs`
  public static func time(_ seconds: Double) -> String { MeasuredText.seconds(seconds) }
}
