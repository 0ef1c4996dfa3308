import Engine

/// The machine's practical peak: floating-point operations a second of one thread in a large
/// product that stays in the cache.
enum PeakRate {
  static func measure() -> Double {
    Compute.peakOperationsPerSecond { now() }
  }
}
