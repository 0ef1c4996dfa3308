// One rule, one file: what it is called, what it looks at, when it has found something. A rule sees
// every instruction of some steps that are executed again, then the whole run; it keeps what it needs
// in between.

/// A way in which a training run goes wrong.
protocol DiagnosisRule {
  /// As a finding is called: `vanishing gradients`.
  var name: String { get }
  /// In one line.
  var looksAt: String { get }
  /// Rules whose finding explains this one's, which is then left out.
  var explainedBy: Set<String> { get }

  /// Whether the step in which a NaN was made is seen too: the rule looks at what went in.
  var seesTrouble: Bool { get }

  /// An instruction of an examined step has just run. Steps come in falling order.
  mutating func see(_ seen: SeenInstruction)

  /// What is wrong; nothing when the evidence does not suffice.
  func findings(_ run: DiagnosedRun) -> [Finding]
}

extension DiagnosisRule {
  var explainedBy: Set<String> { [] }
  var seesTrouble: Bool { false }
  mutating func see(_ seen: SeenInstruction) {}
}

/// An instruction that has just run, with the buffers as they are.
struct SeenInstruction {
  let machine: Machine
  let structure: ProgramStructure
  let index: Int
  /// From 1.
  let step: Int
  /// Whether the step belongs to the last part of the run: it speaks for the present state.
  let isRecent: Bool

  var instruction: Instruction { machine.program.instructions[index] }
  var place: Finding.Place {
    Finding.Place(instruction: index, path: instruction.path, step: step)
  }

  func shape(_ slot: Int) -> Shape { machine.shape(of: slot) }

  /// What a slot holds now, without a copy; true until the machine moves.
  func values(_ slot: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(
      start: machine.program.slots[slot].storage.pointer, count: machine.shape(of: slot).count)
  }

  func name(_ slot: Int) -> String { machine.program.slots[slot].name }
}

/// What is known of a run when its steps have been examined.
struct DiagnosedRun {
  let program: Program
  let graph: Graph
  let structure: ProgramStructure
  /// Updates done.
  let updates: Int
  let loss: Course
  /// The steps that were executed again, ascending.
  let steps: [ExaminedStep]
  /// Trained parameters that still have the bits of the beginning.
  let unchanged: Set<Int>
  /// Where the first NaN or infinity came from.
  let trouble: Trouble?
  /// The learning rate as it is set, and what a schedule made of it.
  let learningRate: Double
  let currentRate: Double
  let tracked: [Diagnosis.Tracked]
  /// Other tensors that have a name.
  let named: [(name: String, node: Node)]

  /// The last examined step.
  var last: ExaminedStep? { steps.last }

  /// Whether the run has learnt something: the loss fell by at least this share.
  func fell(by share: Double) -> Bool { loss.count > 1 && loss.fall >= share }

  func place(_ index: Int, step: Int? = nil) -> Finding.Place {
    Finding.Place(
      instruction: index, path: program.instructions[index].path,
      step: step ?? last?.step ?? max(updates, 1))
  }

  /// The instruction that computes a slot.
  func producer(of slot: Int) -> Int? { program.producers[slot] }
}

/// A series in a few numbers.
struct Course {
  /// Points that are numbers.
  private(set) var values: [Double] = []
  private(set) var steps: [Int] = []
  /// The first step with a NaN or an infinity; of a bucket of several steps its first one.
  private(set) var firstBad: (from: Int, to: Int)?

  /// - Parameter last: later points belong to what the run went back from.
  init(_ series: Series, through last: Int = .max) {
    for bucket in series.buckets where bucket.firstStep <= last {
      if firstBad == nil, bucket.nanCount + bucket.infinityCount > 0 {
        firstBad = (bucket.firstStep, bucket.lastStep)
      }
      guard bucket.last.isFinite else { continue }
      values.append(Double(bucket.last))
      steps.append(bucket.lastStep)
    }
  }

  var count: Int { values.count }
  var first: Double { values.first ?? .nan }

  /// The mean of the last tenth: a single batch says little.
  var last: Double { mean(values.suffix(max(1, values.count / 10))) }

  /// The least mean of a tenth.
  var best: Double {
    let width = max(1, values.count / 10)
    guard !values.isEmpty else { return .nan }
    var sum = values.prefix(width).reduce(0, +)
    var least = sum / Double(width)
    for index in width..<max(width, values.count) {
      sum += values[index] - values[index - width]
      least = min(least, sum / Double(width))
    }
    return least
  }

  /// The share of its first value that the loss has lost; negative when it has risen.
  var fall: Double {
    guard let first = values.first else { return 0 }
    return (first - last) / max(abs(first), 1e-30)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }
}
