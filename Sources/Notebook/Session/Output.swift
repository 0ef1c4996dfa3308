// What a cell shows. Plain data: front ends draw it (the screen, the line mode, JSON); the session
// file keeps its recorded lines.

/// One output of a cell.
public enum Output: Hashable, Sendable {
  /// A line or lines of text, compared on verification.
  case text(String)
  /// The learner's or a network's own text: shown as it is in every language, compared.
  case literal(String)
  /// Measured things (times, speeds): shown and recorded as `#~`, never compared.
  case volatile(String)
  /// The learner's or a network's own text that came while something else went on: shown as it is in
  /// every language, recorded as `#~`, never compared.
  case volatileLiteral(String)
  case tensor(TensorOutput)
  /// A part of a tensor with its indices, some elements marked.
  case window(TensorWindow)
  case table(TableOutput)
  /// A table of measured things: shown and recorded as `#~`, never compared.
  case measured(TableOutput)
  case plot(PlotOutput)
  /// What `diagnose` found.
  case finding(FindingOutput)
  /// The instruction that the machine stands at or has just run.
  case instruction(InstructionDetail)
  /// A part of the program with the state of each instruction.
  case listing(ProgramListing)
  /// One element written out.
  case explanation(ExplanationOutput)
  /// A learner's answer with its grade.
  case prediction(PredictionOutput)
}

/// A tensor's values with its name.
public struct TensorOutput: Hashable, Sendable {
  public var name: String?
  public var shape: [Int]
  /// Row-major.
  public var values: [Float]

  public init(name: String?, shape: [Int], values: [Float]) {
    self.name = name
    self.shape = shape
    self.values = values
  }
}

/// Rows of text under a header; columns that are all numbers are aligned right.
public struct TableOutput: Hashable, Sendable {
  public var header: [String]
  public var rows: [[String]]
  /// Whether all of it is somebody's data, the header too, such as the words of a vocabulary.
  public var isOfTheirs = false
  /// How many of the first rows are somebody's data, such as words of a text.
  public var theirRows = 0

  public init(
    header: [String], rows: [[String]], isOfTheirs: Bool = false, theirRows: Int = 0
  ) {
    self.isOfTheirs = isOfTheirs
    self.theirRows = theirRows
    self.header = header
    self.rows = rows
  }
}

/// One thing that is wrong with a run.
public struct FindingOutput: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable { case note, warning, error }

  /// `vanishing gradients`
  public var rule: String
  public var severity: Severity
  /// The layer, parameter or series: `net.0`.
  public var subject: String
  /// How it is known, with this run's numbers; they follow as numbers.
  public var evidence: String
  public var numbers: [Double]
  /// What helps.
  public var remedy: String
  /// The instruction at which it shows: its path, its index, and the step, from 1.
  public var path: String?
  public var instruction: Int?
  public var step: Int?

  public init(
    rule: String, severity: Severity, subject: String, evidence: String, numbers: [Double],
    remedy: String, path: String? = nil, instruction: Int? = nil, step: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.subject = subject
    self.evidence = evidence
    self.numbers = numbers
    self.remedy = remedy
    self.path = path
    self.instruction = instruction
    self.step = step
  }

  /// `vanishing gradients: net.0`
  public var title: String { "\(rule): \(subject)" }

  /// `at instruction 31 in step 50: net.0.weight.grad`
  public var place: String? {
    guard let path, let instruction, let step else { return nil }
    return "at instruction \(instruction &+ 1) in step \(step): \(path)"
  }
}

/// A plot as data; the interface draws it.
public struct PlotOutput: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// Lines over training steps.
    case series([SeriesSnapshot])
    /// A row a layer.
    case gradients([GradientRow])
    /// `plot f over a..b`: y and, for activations, the derivative, over x.
    case curves(x: [Float], [Curve])
    case histogram(name: String, lower: Float, upper: Float, counts: [Int])
    case attention(AttentionMap)
    /// A view of attention: `attention net view=heads`.
    case attentionView(AttentionShow)
    case boundary(DecisionBoundary)
    case matrix(MatrixView)
    /// A row a layer, shaded over the steps.
    case strip([GradientRow])
    case ratios(RatioPlot)
    /// Gradient norms of runs by depth.
    case profiles([ProfilePlot])
    case distributions(DistributionPlot)
    case times(TimePlot)
    case confusion(ConfusionMatrix)
    case tiles(TilePicture)
    case map(WordMap)
    case scatter(ScatterPicture)
    case probabilities(ChoiceProbabilities)
    case text(ShadedText)
    case contour(LossContour)
    /// Boxes and edges.
    case network(NetworkDiagram)
    case layers(LayerTable)
    case neuron(NeuronPicture)
    case unrolled(UnrolledPicture)
    case gates(GateStrips)
  }

  public var title: String
  public var content: Content
  /// Of series and curves.
  public var axes = PlotAxes()

  public init(title: String, content: Content) {
    self.title = title
    self.content = content
  }
}

/// One line of a function plot.
public struct Curve: Hashable, Sendable {
  public var name: String
  public var values: [Float]

  public init(name: String, values: [Float]) {
    self.name = name
    self.values = values
  }
}

/// A classifier's answer on a grid of the plane, with the data points.
public struct DecisionBoundary: Hashable, Sendable {
  public var columns: Int
  public var rows: Int
  /// Bounds of the grid: the centres of the outermost cells.
  public var x: ClosedRange<Float>
  public var y: ClosedRange<Float>
  /// Row-major from the top; the class index, or for one output its value in 0…1.
  public var values: [Float]
  /// How far the likeliest class is ahead of the second, in probability; empty for one output.
  public var margins: [Float]
  public var classes: Int
  public var points: [DataPoint]

  public init(
    columns: Int, rows: Int, x: ClosedRange<Float>, y: ClosedRange<Float>, values: [Float],
    margins: [Float] = [], classes: Int, points: [DataPoint]
  ) {
    self.margins = margins
    self.columns = columns
    self.rows = rows
    self.x = x
    self.y = y
    self.values = values
    self.classes = classes
    self.points = points
  }
}

/// A labelled point of the plane.
public struct DataPoint: Hashable, Sendable {
  public var x: Float
  public var y: Float
  public var label: Int

  public init(x: Float, y: Float, label: Int) {
    self.x = x
    self.y = y
    self.label = label
  }
}
