// What the interface draws: an immutable picture of the notebook at one moment. The worker that
// owns the notebook makes it; views are pure functions of it.

/// The notebook at one moment.
public struct Snapshot: Hashable, Sendable {
  /// The session's name.
  public var title: String
  public var cells: [Cell]
  public var activity: Activity
  /// How far the work in hand is, the outermost first: opening a file, and training in it.
  public var progress: [Progress] = []
  public var run: RunSnapshot?
  public var program: ProgramSnapshot?
  /// Every head of the attention that was asked for last, layer by layer; large maps are pooled.
  public var attention: [AttentionMap]
  /// The chosen head in full, and what the pane's view needs.
  public var attentionLook: AttentionLook?
  /// What `plot` asked for, in order; `unplot` removes them. Drawn live.
  public var plots: [PlotOutput]
  /// `notebook`, `training`, `debugging`, `attention`, `lecture`.
  public var layout: String
  /// What the person changed about the layouts; only the interface reads it.
  public var arrangement: String
  /// What Tab may offer of the session.
  public var names: SessionNames
  /// Rises with every change; equal revisions draw equal frames.
  public var revision: Int

  public init(
    title: String = "untitled", cells: [Cell] = [], activity: Activity = .idle,
    run: RunSnapshot? = nil, program: ProgramSnapshot? = nil, attention: [AttentionMap] = [],
    attentionLook: AttentionLook? = nil, plots: [PlotOutput] = [], layout: String = "notebook",
    arrangement: String = "", names: SessionNames = SessionNames(), revision: Int = 0
  ) {
    self.title = title
    self.cells = cells
    self.activity = activity
    self.run = run
    self.program = program
    self.attention = attention
    self.attentionLook = attentionLook
    self.plots = plots
    self.layout = layout
    self.arrangement = arrangement
    self.names = names
    self.revision = revision
  }
}

/// What the notebook is doing.
public enum Activity: Hashable, Sendable {
  case idle
  case executing
  case training
  case paused
  /// Showing cell `cell` of `count` again.
  case replaying(cell: Int, count: Int)
}

/// A training run.
public struct RunSnapshot: Hashable, Sendable {
  /// The name of the loss: `L`.
  public var loss: String
  /// Updates done.
  public var step: Int
  /// Updates asked for.
  public var target: Int
  public var stepsPerEpoch: Int
  public var optimizer: String
  public var learningRate: Double
  public var lastLoss: Float?
  /// The loss first, then what `track` asked for.
  public var series: [SeriesSnapshot]
  public var gradients: [GradientRow]
  /// What is wrong at a glance, a word or two each: `NaN`, `loss rises`, `3 vanishing`. `diagnose`
  /// says more.
  public var warnings: [String]
  /// Update-to-weight ratios, while they are recorded.
  public var ratios: RatioPlot?

  public init(
    loss: String, step: Int, target: Int, stepsPerEpoch: Int, optimizer: String,
    learningRate: Double, lastLoss: Float?, series: [SeriesSnapshot], gradients: [GradientRow],
    warnings: [String] = [], ratios: RatioPlot? = nil
  ) {
    self.ratios = ratios
    self.loss = loss
    self.step = step
    self.target = target
    self.stepsPerEpoch = stepsPerEpoch
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.lastLoss = lastLoss
    self.series = series
    self.gradients = gradients
    self.warnings = warnings
  }
}

/// A recorded series over steps, in buckets of consecutive points: spikes survive because each
/// bucket keeps its extremes.
public struct SeriesSnapshot: Hashable, Sendable {
  public struct Bucket: Hashable, Sendable {
    /// The step of the bucket's first and last point.
    public var firstStep: Int
    public var lastStep: Int
    /// Extremes and last value of the finite points; NaN when there is none.
    public var minimum: Float
    public var maximum: Float
    public var last: Float
    public var nanCount: Int
    /// +∞ and −∞ together.
    public var infinityCount: Int
    /// How many of them are −∞.
    public var negativeInfinityCount: Int
    /// How many points it stands for.
    public var count: Int
    /// Of the finite points; NaN when there is none.
    public var mean: Float

    /// - Parameter mean: nil is the last value's: one point.
    public init(
      firstStep: Int, lastStep: Int, minimum: Float, maximum: Float, last: Float,
      nanCount: Int = 0, infinityCount: Int = 0, negativeInfinityCount: Int = 0, count: Int = 1,
      mean: Float? = nil
    ) {
      self.negativeInfinityCount = negativeInfinityCount
      self.count = count
      self.mean = mean ?? last
      self.firstStep = firstStep
      self.lastStep = lastStep
      self.minimum = minimum
      self.maximum = maximum
      self.last = last
      self.nanCount = nanCount
      self.infinityCount = infinityCount
    }
  }

  public var name: String
  public var buckets: Buckets
  /// The last points in narrower buckets, where `buckets` does not have every point.
  public var recent = Buckets()
  /// The number of its line style, which it keeps when others come and go; nil is its place.
  public var style: Int?
  /// Series with the same number share an axis.
  public var panel = 0
  public var stepsPerEpoch = 1
  /// When steps were done, where there is a clock. Measured: never recorded or compared.
  public var times: [StepTime] = []

  public init(name: String, buckets: some Collection<Bucket>) {
    self.name = name
    self.buckets = Buckets(buckets)
  }

  /// Shares the buckets.
  public init(name: String, buckets: Buckets) {
    self.name = name
    self.buckets = buckets
  }
}

/// The gradient norm of one layer over the steps.
public struct GradientRow: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable { case healthy, vanishing, exploding }
  /// `net.0`
  public var path: String
  /// ‖g‖₂ over all parameters of the layer.
  public var norms: SeriesSnapshot
  public var last: Float
  public var verdict: Verdict
  /// What clipping left of the last norm; nil without clipping, or while nobody looks.
  public var clipped: Float?

  public init(
    path: String, norms: SeriesSnapshot, last: Float, verdict: Verdict, clipped: Float? = nil
  ) {
    self.clipped = clipped
    self.path = path
    self.norms = norms
    self.last = last
    self.verdict = verdict
  }
}

/// The compiled program with its counter.
public struct ProgramSnapshot: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// `batch`, `forward`, `backward`, `update`
    public var phase: String
    /// `net.0.matmul`
    public var path: String
    /// `h1 = x · net.0.weightᵀ`
    public var formula: String
    public var shape: [Int]

    public init(phase: String, path: String, formula: String, shape: [Int]) {
      self.phase = phase
      self.path = path
      self.formula = formula
      self.shape = shape
    }
  }

  /// A breakpoint at an instruction.
  public struct Stop: Hashable, Sendable {
    public var number: Int
    public var isEnabled: Bool

    public init(number: Int, isEnabled: Bool = true) {
      self.number = number
      self.isEnabled = isEnabled
    }
  }

  /// What is neither as computed nor still to come.
  public enum Mark: Hashable, Sendable {
    /// Elements of the result were changed by hand.
    case overridden
    /// Computed from what was changed by hand since; going on executes it again.
    case stale
  }

  public var rows: [Row]
  /// The instruction that runs next; `rows.count` at the end of a training step.
  public var counter: Int
  /// The training step that is being walked, from 1.
  public var step: Int
  public var breakpoints: [Int: Stop]
  /// The executed instructions that were changed by hand or are stale.
  public var marks: [Int: Mark]
  /// Phases and layers, each before those inside it; empty is no fold at all.
  public var groups: [ProgramGroup]
  /// Measured seconds of each instruction, where `profile` has measured them; else empty.
  public var seconds: [Double]
  /// The instruction that is looked at: the one that ran last, the first when none ran, or another
  /// that was chosen in the list. Nil while the program runs at full speed.
  public var current: InstructionDetail?

  public init(
    rows: [Row], counter: Int, step: Int, breakpoints: [Int: Stop] = [:],
    marks: [Int: Mark] = [:], groups: [ProgramGroup] = [],
    seconds: [Double] = [], current: InstructionDetail? = nil
  ) {
    self.rows = rows
    self.groups = groups
    self.seconds = seconds
    self.counter = counter
    self.step = step
    self.breakpoints = breakpoints
    self.marks = marks
    self.current = current
  }
}

/// One instruction with its numbers.
public struct InstructionDetail: Hashable, Sendable {
  public var index: Int
  public var count: Int
  public var step: Int
  public var phase: String
  public var path: String
  /// `dz = da ⊙ (1 − a²)`
  public var formula: String
  /// Backward instructions: `∂L/∂z = ∂L/∂a · ∂a/∂z, ∂a/∂z = 1 − a²`.
  public var rule: String?
  public var operands: [MatrixView]
  public var result: MatrixView?
  /// Lines that write one element out in this run's numbers.
  public var explanation: [String]
  /// What the debug view adds; a cell shows the instruction without.
  public var look: InstructionLook?

  public init(
    index: Int, count: Int, step: Int, phase: String, path: String, formula: String,
    rule: String? = nil, operands: [MatrixView], result: MatrixView?, explanation: [String],
    look: InstructionLook? = nil
  ) {
    self.look = look
    self.index = index
    self.count = count
    self.step = step
    self.phase = phase
    self.path = path
    self.formula = formula
    self.rule = rule
    self.operands = operands
    self.result = result
    self.explanation = explanation
  }
}

/// A tensor to be drawn as a matrix, possibly a window of a larger one.
public struct MatrixView: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    case value, parameter, incomingGradient, localDerivative, gradient, state
  }

  public var name: String
  /// The whole tensor's shape.
  public var shape: [Int]
  public var role: Role
  public var rows: Int
  public var columns: Int
  /// Row-major, `rows × columns`: a window of the last two axes.
  public var values: [Float]
  /// The index along the axes before the last two; zeros when empty.
  public var leading: [Int]
  /// Where the window begins.
  public var firstRow: Int
  public var firstColumn: Int
  /// Places in `values` of what the element that is written out reads, or of that element.
  public var lit: Set<Int>
  /// The place in `values` that has to be seen: the cursor's, or the first one that is lit.
  public var focus: Int?
  /// Whether the cursor is at `focus`.
  public var hasCursor: Bool
  /// The names of the rows and columns of the window, in place of their numbers; empty without.
  public var rowNames: [String] = []
  public var columnNames: [String] = []

  public init(
    name: String, shape: [Int], role: Role, rows: Int, columns: Int, values: [Float],
    leading: [Int] = [], firstRow: Int = 0, firstColumn: Int = 0, lit: Set<Int> = [],
    focus: Int? = nil, hasCursor: Bool = false
  ) {
    self.leading = leading
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.lit = lit
    self.focus = focus
    self.hasCursor = hasCursor
    self.name = name
    self.shape = shape
    self.role = role
    self.rows = rows
    self.columns = columns
    self.values = values
  }
}
