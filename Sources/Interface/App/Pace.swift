// How often the screen looks at a run.

/// The time between two looks at a run: as short as a person can see, and so long that looking
/// costs the run little.
///
/// A look is made between two training steps, so its time is lost to the training; drawing happens
/// beside it, on a core that the training could use as well.
public struct Pace: Hashable, Sendable {
  /// Ten pictures a second: more would not show more, and over a slow line they pile up.
  public static let shortest = 0.1
  /// Even what is costly to look at is seen to move.
  public static let longest = 0.5
  /// The share of the time that looking may take from a run.
  public static let lookingShare = 0.015
  /// The share of the time that drawing may take.
  public static let drawingShare = 0.1

  /// Seconds that the last look and the last frame took.
  private var looking = 0.0
  private var drawing = 0.0

  public init() {}

  /// Takes note of a look. A single slow one, a stolen core, does not slow the screen down for long.
  public mutating func looked(for seconds: Double) { looking = Pace.mean(looking, seconds) }

  /// Takes note of a frame.
  public mutating func drew(for seconds: Double) { drawing = Pace.mean(drawing, seconds) }

  /// Seconds from one look to the next.
  public var interval: Double {
    let least = max(looking / Pace.lookingShare, drawing / Pace.drawingShare)
    return min(max(least, Pace.shortest), Pace.longest)
  }

  private static func mean(_ old: Double, _ new: Double) -> Double {
    guard new.isFinite, new >= 0 else { return old }
    return old == 0 ? new : old + (new - old) / 4
  }
}
