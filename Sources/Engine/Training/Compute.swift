import CKernels

/// What the computing uses of the machine; none of it changes a result.
public enum Compute {
  /// One or two threads.
  public static func setThreads(_ count: Int) { nabla_set_threads(Int32(min(max(count, 1), 2))) }

  /// How many threads compute.
  public static var threads: Int { Int(nabla_threads()) }

  /// `baseline`, `AVX2` or `AVX-512`.
  public static var instructionSet: String {
    switch nabla_simd_level() {
    case 2: "AVX-512"
    case 1: "AVX2"
    default: "baseline"
    }
  }
}

extension Compute {
  /// The best rate of chains of fused multiply-adds that one thread reaches, in operations a
  /// second; two operations a multiply-add.
  ///
  /// - Parameter clock: seconds of a monotonic clock, handed in because nothing here reads one.
  public static func peakOperationsPerSecond(clock: () -> Double) -> Double {
    let rounds = 100_000
    var best = 0.0
    for _ in 0..<20 {
      let start = clock()
      let operations = nabla_fma_rounds(rounds)
      best = max(best, operations / (clock() - start))
    }
    return best
  }
}
