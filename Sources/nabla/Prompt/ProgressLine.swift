import Glibc
import Interface
import Notebook
import Screen

/// How far long work is, in one line of a terminal that is written again and again and taken away in
/// the end. Where the output is no terminal nothing is written.
struct ProgressLine {
  /// Work shorter than this many seconds shows none.
  private static let patience = 0.5
  /// Seconds from one line to the next.
  private static let interval = 0.2

  let isPossible = isatty(STDOUT_FILENO) == 1
  private let appearance: Appearance
  private var meters = ProgressMeters()
  private var start: Double?
  private var last = 0.0
  private var isShown = false

  init(_ appearance: Appearance) { self.appearance = appearance }

  mutating func show(_ snapshot: Snapshot, at time: Double) {
    guard isPossible else { return }
    meters.add(snapshot.progress, at: time)
    let begun = start ?? time
    start = begun
    guard !snapshot.progress.isEmpty, time - begun >= Self.patience, time - last >= Self.interval
    else { return }
    last = time
    // The last column stays free: a full line would wrap.
    let columns = max(1, Columns.ofOutput() - 1)
    var text = meters.line(snapshot.progress, columns: columns, appearance: appearance)
    if let loss = snapshot.run?.lastLoss, snapshot.activity == .training {
      let more = "  loss \(NumberText.short(loss))"
      if DisplayWidth.of(text) + DisplayWidth.of(more) <= columns { text += more }
    }
    write("\r\u{1B}[K" + text)
    isShown = true
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    write("\r\u{1B}[K")
    isShown = false
  }

  private func write(_ text: String) { put(text) }
}
