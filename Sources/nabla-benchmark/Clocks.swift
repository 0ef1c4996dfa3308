// The system's clocks and what it knows of this process's memory.

import Glibc

/// Seconds of the monotonic clock, or of this process's running time.
func now(_ clock: NablaBenchmark.Clock = .wall) -> Double {
  var time = timespec()
  clock_gettime(clock == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func elapsed(_ clock: NablaBenchmark.Clock, _ body: () -> Void) -> Double {
  let start = now(clock)
  body()
  return now(clock) - start
}

/// Lets the largest resident size begin anew, where the system can: each case has its own.
func resetPeakMemory() {
  guard let file = fopen("/proc/self/clear_refs", "w") else { return }
  fputs("5", file)
  fclose(file)
}

/// The process's largest resident size in bytes since it was reset.
func peakMemory() -> Int {
  if let file = fopen("/proc/self/status", "r") {
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, CInt(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix("VmHWM:"), let number = text.split(whereSeparator: { !$0.isNumber }).first,
        let kibibytes = Int(number)
      {
        return kibibytes * 1024
      }
    }
  }
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
