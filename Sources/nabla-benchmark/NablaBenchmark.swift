// Times training steps and the program's start. Absolute numbers belong to a machine; compare them
// with those of another run on the same one.

import ArgumentParser
import Engine
import Glibc

@main
struct NablaBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nabla-benchmark",
    abstract: "Training steps a second of fixed networks, and the time to a usable prompt.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Cases: xor, mlp, deep, digits, startup. All when none is named.")
  var cases: [String] = []

  @Option(help: "1 or 2 threads.")
  var threads = 1

  @Option(help: "Seconds a case is run for.")
  var seconds = 2.0

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    guard threads == 1 || threads == 2 else { throw ValidationError("--threads must be 1 or 2") }
    Compute.setThreads(threads)
    let chosen = cases.isEmpty ? Cases.names + ["startup"] : cases
    let peak = PeakRate.measure()
    if format == .text {
      print("\(Compute.instructionSet), \(threads) thread\(threads == 1 ? "" : "s")")
    }
    for name in chosen {
      if name == "startup" {
        try reportStartup()
        continue
      }
      guard let made = try Cases.make(name) else {
        throw ValidationError("there is no case '\(name)': \(Cases.names.joined(separator: ", "))")
      }
      report(made, peak: peak)
    }
  }

  private func report(_ made: BenchmarkCase, peak: Double) {
    let machine = made.machine
    machine.train(until: 10)
    let loss = machine.program.loss.map { machine.number(of: $0) } ?? .nan
    let rate = stepsPerSecond(machine)
    let fraction = Double(made.multiplyAdds) * 2 * rate / (peak * Double(threads))
    let memory = peakMemory()
    switch format {
    case .text:
      let percent = (fraction * 1000).rounded() / 10
      print(
        "\(made.name): \(Int(rate)) steps/s, loss of step 10 \(loss), "
          + "\(percent) % of the FMA peak, \(memory >> 20) MiB")
    case .json:
      print(
        "{\"case\":\"\(made.name)\",\"threads\":\(threads),\"steps_per_second\":\(rate),"
          + "\"loss_check\":\(loss),\"peak_fraction\":\(fraction),"
          + "\"peak_memory_bytes\":\(memory)}")
    }
  }

  /// The median over blocks, after a warm-up.
  private func stepsPerSecond(_ machine: Machine) -> Double {
    var block = 1
    // A block takes about a twentieth of the time.
    while true {
      let time = elapsed { machine.train(until: machine.updates + block) }
      if time > seconds / 40 { break }
      block *= 2
    }
    var rates: [Double] = []
    let start = now()
    while now() - start < seconds {
      let time = elapsed { machine.train(until: machine.updates + block) }
      rates.append(Double(block) / time)
    }
    return rates.sorted()[rates.count / 2]
  }

  private func reportStartup() throws {
    let times = try Startup.times(count: 11)
    let milliseconds = times.sorted()[times.count / 2] * 1000
    switch format {
    case .text:
      print("startup: \((milliseconds * 10).rounded() / 10) ms to a usable prompt")
    case .json:
      print("{\"case\":\"startup\",\"threads\":\(threads),\"milliseconds\":\(milliseconds)}")
    }
  }
}

/// Seconds of the monotonic clock.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func elapsed(_ body: () -> Void) -> Double {
  let start = now()
  body()
  return now() - start
}

/// The process's largest resident size in bytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss * 1024
}
