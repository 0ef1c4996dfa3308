// When the cells of a replayed session run. No clock: the caller waits, the schedule says how long.

/// The pace of a replay.
///
///     var schedule = ReplaySchedule(cells: document.cells, speed: 4)
///     while let delay = schedule.nextDelay { wait(delay); run(cells[schedule.advance()!]) }
public struct ReplaySchedule: Hashable, Sendable {
  public enum Mode: Hashable, Sendable {
    /// At the recorded pace.
    case timed
    /// A cell each time the person asks.
    case stepping
    /// The person goes on by hand; the replay is over.
    case takenOver
  }

  /// A pause that someone made is shown no longer than this, in seconds at speed 1.
  public static let longestGap = 5.0
  /// The pause before a cell whose time is not recorded.
  public static let defaultGap = 1.0
  public static let speeds = 0.01...1000.0

  public private(set) var mode = Mode.timed
  /// The index of the cell that runs next; `count` at the end.
  public private(set) var position = 0
  /// Times the recorded pace; kept within `speeds`, and 1 for NaN.
  public var speed: Double {
    didSet { speed = Self.clamped(speed) }
  }
  /// The pause before each cell at speed 1.
  private let gaps: [Double]

  public init(cells: [Cell], speed: Double = 1, stepping: Bool = false) {
    var last = 0.0
    gaps = cells.map { cell in
      guard let time = cell.time, time.isFinite else { return Self.defaultGap }
      defer { last = time }
      return min(max(0, time - last), Self.longestGap)
    }
    self.speed = Self.clamped(speed)
    if stepping { mode = .stepping }
  }

  public var count: Int { gaps.count }

  public var isFinished: Bool { mode == .takenOver || position >= count }

  /// Seconds to wait before the next cell; nil when none runs by itself.
  public var nextDelay: Double? {
    mode == .timed && position < count ? gaps[position] / speed : nil
  }

  /// Goes on by a cell and gives the index of the one to run; nil at the end or when taken over.
  public mutating func advance() -> Int? {
    guard !isFinished else { return nil }
    defer { position += 1 }
    return position
  }

  /// Cell by cell from here on.
  public mutating func stepByCell() { if mode == .timed { mode = .stepping } }

  /// At the recorded pace again.
  public mutating func resume() { if mode == .stepping { mode = .timed } }

  /// Ends the replay where it stands; gives the number of cells that have run.
  @discardableResult
  public mutating func takeOver() -> Int {
    mode = .takenOver
    return position
  }

  private static func clamped(_ speed: Double) -> Double {
    speed.isNaN ? 1 : min(max(speed, speeds.lowerBound), speeds.upperBound)
  }
}
