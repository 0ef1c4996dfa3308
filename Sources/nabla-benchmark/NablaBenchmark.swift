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
  enum Clock: String, ExpressibleByArgument, CaseIterable { case wall, cpu }

  /// Measurements that are no step rate.
  enum Measure: String, CaseIterable {
    case startup, recording, compiling, scaling, walking, stopping, allocating, screen, frames,
      drawing
  }

  @Argument(
    help: ArgumentHelp(
      "Cases: \((Cases.names + Measure.allCases.map(\.rawValue)).joined(separator: ", ")).",
      discussion: "All when none is named."))
  var cases: [String] = []

  @Option(help: "1 or 2 threads.")
  var threads = 1

  @Option(help: "Seconds a case is run for.")
  var seconds = 2.0

  @Option(
    help: "wall, or cpu: the time that this program ran, for a busy machine and one thread.")
  var clock = Clock.wall

  @Flag(help: "Keep the fewest snapshots for walking back: nearly the memory of a step alone.")
  var lean = false

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    guard threads == 1 || threads == 2 else { throw ValidationError("--threads must be 1 or 2") }
    Compute.setThreads(threads)
    if clock == .cpu, threads > 1 { throw ValidationError("--clock cpu needs --threads 1") }
    let peak = PeakRate.measure()
    if format == .text {
      print("\(Compute.instructionSet), \(threads) thread\(threads == 1 ? "" : "s")")
    }
    let all = Cases.names + Measure.allCases.map(\.rawValue)
    for name in cases.isEmpty ? all : cases {
      if let measure = Measure(rawValue: name) {
        try report(measure, peak: peak)
        continue
      }
      resetPeakMemory()
      guard let made = try Cases.make(name) else {
        throw ValidationError("there is no case '\(name)': \(all.joined(separator: ", "))")
      }
      try report(made, peak: peak)
    }
  }

  private func report(_ made: BenchmarkCase, peak: Double) throws {
    let machine = try made.machine(history: lean ? 0 : 64 << 20)
    machine.train(until: 10)
    let loss = machine.program.loss.map { machine.number(of: $0) } ?? .nan
    let rate = stepsPerSecond(machine)
    let fraction = Double(made.multiplyAdds) * 2 * rate / (peak * Double(threads))
    let memory = peakMemory()
    show(
      "\(made.name): \(rounded(rate)) steps/s, loss of step 10 \(loss), "
        + "\(rounded(fraction * 100)) % of the FMA peak, \(memory >> 20) MiB",
      [
        "\"case\":\"\(made.name)\"", "\"steps_per_second\":\(rate)", "\"loss_check\":\(loss)",
        "\"peak_fraction\":\(fraction)", "\"peak_memory_bytes\":\(memory)",
      ])
  }

  /// The median over blocks, after a warm-up.
  private func stepsPerSecond(_ machine: Machine) -> Double {
    var block = 1
    // A block takes about a twentieth of the time.
    while true {
      let time = elapsed(clock) { machine.train(until: machine.updates + block) }
      if time > seconds / 40 { break }
      block *= 2
    }
    var rates: [Double] = []
    let start = now()
    while now() - start < seconds {
      let time = elapsed(clock) { machine.train(until: machine.updates + block) }
      rates.append(Double(block) / time)
    }
    return rates.sorted()[rates.count / 2]
  }

  private func report(_ measure: Measure, peak: Double) throws {
    switch measure {
    case .startup:
      let times = try Startup.times(count: 11)
      let milliseconds = times.sorted()[times.count / 2] * 1000
      show(
        "startup: \(rounded(milliseconds)) ms to a usable prompt",
        ["\"case\":\"startup\"", "\"milliseconds\":\(milliseconds)"])
    case .recording:
      for name in ["mlp", "deep", "gpt"] {
        let share = try Overheads.ofRecording(
          name, seconds: seconds, clock: { now(clock) })
        guard let share else { continue }
        show(
          "recording every gradient norm of \(name): \(rounded(share * 100)) % of a step",
          ["\"case\":\"recording\"", "\"of\":\"\(name)\"", "\"overhead\":\(share)"])
      }
    case .compiling:
      let (instructions, time) = try Overheads.ofCompiling()
      show(
        "compiling \(instructions) instructions: \(rounded(time * 1000)) ms",
        [
          "\"case\":\"compiling\"", "\"instructions\":\(instructions)",
          "\"milliseconds\":\(time * 1000)",
        ])
    case .walking:
      for (name, steps) in [("xor", 100_000), ("digits", 30_000)] {
        guard let (time, bytes) = try Overheads.ofGoingBack(name, steps: steps) else { continue }
        show(
          "going to any of the last 10,000 of \(steps) steps of \(name): \(rounded(time * 1000)) ms "
            + "at most, at most \(rounded(Double(bytes) / 1_048_576)) MiB of earlier states",
          [
            "\"case\":\"walking\"", "\"of\":\"\(name)\"", "\"milliseconds\":\(time * 1000)",
            "\"history_bytes\":\(bytes)",
          ])
      }
    case .stopping:
      for (name, lines) in Stopping.programs {
        let (step, shares) = Stopping.cost(of: lines, seconds: seconds)
        show(
          "a step of \(name) in a notebook without breakpoints: \(rounded(step * 1e6)) µs",
          ["\"case\":\"stopping\"", "\"of\":\"\(name)\"", "\"seconds\":\(step)"])
        for (kind, share) in zip(Stopping.kinds, shares) {
          show(
            "  \(kind.name): \(rounded(share * 100)) % more",
            [
              "\"case\":\"stopping\"", "\"of\":\"\(name)\"", "\"breakpoint\":\"\(kind.name)\"",
              "\"overhead\":\(share)",
            ])
        }
      }
    case .allocating:
      var total = 0
      for name in Cases.names where name != "gptlarge" {
        guard let (usual, most) = try Overheads.ofAllocating(name) else { continue }
        total += usual
        show(
          "a step of \(name) asks for memory \(usual) times, \(most) where a state is kept",
          [
            "\"case\":\"allocating\"", "\"of\":\"\(name)\"", "\"allocations\":\(usual)",
            "\"keeping\":\(most)",
          ])
      }
      if total > 0 { throw ExitCode.failure }
    case .screen: try reportScreen()
    case .frames:
      for (columns, rows) in [(80, 24), (200, 60)] {
        for (name, milliseconds) in try FrameTimes.measure(columns: columns, rows: rows) {
          show(
            "a frame of \(columns)×\(rows), layout \(name): \(rounded(milliseconds)) ms",
            [
              "\"case\":\"frames\"", "\"of\":\"\(name)\"", "\"columns\":\(columns)",
              "\"rows\":\(rows)", "\"milliseconds\":\(milliseconds)",
            ])
        }
      }
    case .drawing:
      let (whole, appended) = try Drawing.measure()
      show(
        "a plot of a million points at 200×60: \(hundredths(whole)) ms; again after each point that "
          + "is appended: \(hundredths(appended)) ms",
        [
          "\"case\":\"drawing\"", "\"milliseconds\":\(whole)",
          "\"appended_milliseconds\":\(appended)",
        ])
    case .scaling:
      for width in [384, 512, 768] {
        resetPeakMemory()
        try report(Cases.transformer(.ofWidth(width)), peak: peak)
      }
    }
  }

  private func reportScreen() throws {
    for (name, lines, steps) in LiveScreen.programs {
      let (rate, share) = try LiveScreen.overhead(lines, steps: steps, threads: threads, runs: 3)
      show(
        "training \(name) under a live screen of 200×60: \(rounded(share * 100)) % of "
          + "\(rounded(rate)) steps/s lost",
        [
          "\"case\":\"screen\"", "\"of\":\"\(name)\"", "\"steps_per_second\":\(rate)",
          "\"overhead\":\(share)",
        ])
      let times = try LiveScreen.keyTimes(lines, threads: threads, count: 100).map { $0 * 1000 }
        .sorted()
      show(
        "  a key shows after \(rounded(times[times.count / 2])) ms (median), "
          + "\(rounded(times[times.count * 95 / 100])) (95 %), \(rounded(times[times.count - 1])) at most",
        [
          "\"case\":\"screen\"", "\"of\":\"\(name)\"",
          "\"key_median_milliseconds\":\(times[times.count / 2])",
          "\"key_95_milliseconds\":\(times[times.count * 95 / 100])",
          "\"key_most_milliseconds\":\(times[times.count - 1])",
        ])
    }
    if let (name, lines, _) = LiveScreen.programs.first {
      let bytes = try LiveScreen.idleBytes(lines)
      show(
        "  an idle screen writes \(bytes) bytes in two seconds",
        ["\"case\":\"screen\"", "\"of\":\"\(name)\"", "\"idle_bytes\":\(bytes)"])
    }
  }

  /// One line as text, or the fields of a JSON object.
  private func show(_ text: String, _ fields: [String]) {
    switch format {
    case .text: print(text)
    case .json: print("{" + (fields + ["\"threads\":\(threads)"]).joined(separator: ",") + "}")
    }
  }
}

/// To a hundredth.
func hundredths(_ x: Double) -> Double { (x * 100).rounded() / 100 }

/// To a tenth.
func rounded(_ x: Double) -> Double { (x * 10).rounded() / 10 }
