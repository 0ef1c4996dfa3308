import Glibc

/// Seconds since the program began, by the monotonic clock.
struct Clock {
  private let start = Self.monotonic()

  var seconds: Double { Self.monotonic() - start }

  /// Seconds by the monotonic clock.
  static func monotonic() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
