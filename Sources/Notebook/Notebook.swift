// The notebook: one session with its names, its graph, its run and its cells. Everything that
// changes it goes through `apply`; the prompt, scripts, replay and the tests have no other way in.
//
// A notebook belongs to one thread. What others see of it are `Snapshot`s.

import Engine
public import Language

/// A session that executes commands.
public final class Notebook {
  public let catalogue = Catalogue.standard
  public internal(set) var cells: [Cell] = []
  /// The session's name, shown in the title.
  public var title = "untitled"
  /// The seed that initial values and splits are drawn from.
  public private(set) var seed: UInt64

  /// What a verb asked of the program around the notebook; whoever carries it out takes it away.
  public var request: SessionRequest?
  /// The files that the last cell asked for; whoever writes them takes them away.
  public var exports: [ExportRequest] = []
  /// Whether `open`, `replay`, `quit` … are possible: at a prompt, not in a script.
  public var takesRequests = false
  /// The file that `save` writes when it is given no name.
  public var file: String?
  /// Where files are looked for that are not in the working directory: beside the session.
  public var folder: String? {
    get { graph.folder }
    set { graph.folder = newValue }
  }
  /// What `~` means in file names.
  public var home: String?
  /// Fields of the session file's first line besides version and seed, kept as they stand.
  public var headerData: [String] = []
  /// Whether the session is executed for being compared with another one.
  var isCompared = false
  /// Seconds of a monotonic clock, for `profile`; nil where nothing may be measured.
  public var clock: (() -> Double)?
  /// Floating-point operations a second that this machine can do at most, once they were measured.
  var peakRate: Double?
  /// The seed at the session's beginning.
  let firstSeed: UInt64

  let graph: Graph
  var environment: [String: Value] = [:]
  /// Names of the functions that are being called, innermost last.
  var locals: [[String: Value]] = []
  /// The function of each call and the graph's scope at its beginning, innermost last.
  var frames: [(function: UserFunction, scope: String)] = []
  /// Functions that are being applied as layers, innermost last.
  var applications: [Application] = []
  /// Names of functions' own layers, which have no path before their first use.
  var localNames: [ObjectIdentifier: (layer: any Layer, name: String)] = [:]
  /// Paths that this statement has given to layers without a name.
  var givenPaths: Set<String> = []
  /// Loops and conditions around the statement that is being executed.
  var nesting = 0
  var run: Run? {
    didSet { recordWhatIsShown() }
  }
  /// What is left of the runs before it.
  var earlierRuns: [EarlierRun] = []
  /// Networks that were bound and not yet used, so that their sizes are open.
  var unsized: [String: any Layer] = [:]
  var trackers: [Tracker] = []
  var plots: [PlotRequest] = [] {
    didSet { recordWhatIsShown() }
  }
  var attentionLayers: [AttentionUse] = []
  /// Where one looks in it.
  var attention = AttentionState()
  var tokenLabels: [String] = []
  var layout = "notebook" {
    didSet { recordWhatIsShown() }
  }
  var breakpoints: [Breakpoint] = []
  /// Bytes that the snapshots of a run's earlier steps may take.
  var historyBytes = Machine.historyCap
  /// Whether the commands of a breakpoint are being carried out.
  var isStopping = false
  var outputs: [Output] = []
  /// What `predict` was told.
  var learner = Learner()
  weak var control: (any RunControl)?
  var activity = Activity.idle
  /// What this session is executed for, as far as it is: a file is opened.
  public var surroundings: Progress?
  /// Long work that is no training.
  var work: Progress?
  /// The training step that a long move goes to.
  var movingTo: Int?
  var currentSource = SourceText("")
  /// The source of the cell that is being executed.
  var cellSource = SourceText("")
  /// Every time that a run of this cell went on, with what was typed meanwhile.
  var trainings: [Training.Round] = []
  /// Whether a run goes on: there is one at a time.
  var isAdvancing = false
  /// Expressions around the one that is being evaluated, those of the calling functions included.
  var depth = 0
  var changesState = false
  /// The innermost error of commands typed during a run, for the one who typed.
  private var revision = 0
  private var runningCell: Int?
  /// Where one looks in the debug view, and at which place of the program.
  var gaze = (gaze: Gaze(), position: 0)
  /// What `undo` and `redo` return to.
  var past = Past()
  /// Cells of the session that were not run since a cell before them was changed.
  var pendingCells: [CellDraft] = []
  /// Changes of cells, the last one first to be taken back, and those taken back.
  var changes: [CellChange] = []
  var takenBack: [CellChange] = []
  /// Names that sources read and define.
  var nameUses: [String: NameUse] = [:]
  /// Sources, and whether a session file keeps what they say.
  var recordedSources: [String: Bool] = [:]
  /// The state before the first cell.
  private(set) var origin: Checkpoint?
  /// Statements of the cell that is being executed.
  var statementCount = 0
  /// Whether the cell that is being executed stands in a file: what it undoes stays in the text.
  var isFromDocument = false

  public init(seed: UInt64 = 42, title: String = "untitled") {
    self.seed = seed
    firstSeed = seed
    self.title = title
    graph = Graph(seed: seed)
    origin = Checkpoint(self)
  }

  // MARK: Applying commands

  /// Executes one cell's source and appends the cell.
  ///
  /// An error is in the returned cell; everything but the cell list is then as it was before.
  ///
  /// - Parameters:
  ///   - source: one or more statements.
  ///   - control: lets a person watch and steer a run that goes on.
  @discardableResult
  public func apply(
    _ source: String, line: Int = 1, time: Double? = nil, control: (any RunControl)? = nil
  ) -> Cell {
    let index = begin(source, line: line, time: time)
    self.control = control
    defer { self.control = nil }
    control?.publish(snapshot())
    let checkpoint = Checkpoint(self, sharing: past.latest)
    do throws(Diagnostic) {
      let statements = try parse(source)
      statementCount = statements.count
      cellSource = SourceText(source)
      let parameters = graph.parameters.count
      try execute(statements, in: cellSource)
      // A network that is used for the first time has made its parameters.
      if graph.parameters.count != parameters { changesState = true }
      cells[index].status = .done
      if let rewritten = rewrittenSource(statements) { cells[index].source = rewritten }
      remember(statements, index, checkpoint)
    } catch {
      checkpoint.restore(self)
      exports = []
      cells[index].error = error
      cells[index].status = .failed
    }
    finish(index)
    return cells[index]
  }

  /// Takes over a cell of a file: shows prose, executes code; what the file says besides is kept.
  @discardableResult
  public func apply(_ cell: Cell, control: (any RunControl)? = nil) -> Cell {
    if let prose = cell.prose {
      addProse(prose, line: cell.line)
    } else {
      isFromDocument = true
      defer { isFromDocument = false }
      apply(cell.source, line: cell.line, time: cell.time, control: control)
    }
    let index = cells.count - 1
    cells[index].leadingLines = cell.leadingLines
    cells[index].unknownData = cell.unknownData
    return cells[index]
  }

  /// Appends a paragraph of prose.
  public func addProse(_ text: String, line: Int = 1) {
    cells.append(Cell(number: cells.count + 1, prose: text, status: .done, line: line))
    revision += 1
  }

  /// Whether more lines are needed before `source` can be executed.
  public func isIncomplete(_ source: String) -> Bool {
    Parser.isIncomplete(source, verbs: catalogue.grammars)
  }

  func parse(_ source: String) throws(Diagnostic) -> [Statement] {
    try Parser(source: source, verbs: catalogue.grammars, names: Set(environment.keys)).parse()
  }

  private func begin(_ source: String, line: Int, time: Double?) -> Int {
    outputs = []
    attention = attention.withoutProgram
    exports = []
    locals = []
    frames = []
    applications = []
    nesting = 0
    trainings = []
    (work, movingTo) = (nil, nil)
    isAdvancing = false
    isStopping = false
    depth = 0
    changesState = false
    activity = .executing
    cells.append(
      Cell(number: cells.count + 1, source: source, status: .running, time: time, line: line))
    runningCell = cells.count - 1
    revision += 1
    return cells.count - 1
  }

  private func finish(_ index: Int) {
    cells[index].outputs = outputs
    if cells[index].status == .done, changesState { cells[index].digest = digest() }
    markStaleCells()
    runningCell = nil
    (work, movingTo) = (nil, nil)
    activity = .idle
    revision += 1
  }

  /// Shows an output in the running cell.
  func show(_ output: Output) {
    outputs.append(output)
    if let runningCell { cells[runningCell].outputs = outputs }
    revision += 1
  }

  /// Shows lines below the last cell; they are not part of what is recorded.
  public func showLines(_ lines: [String]) {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].outputs.append(.volatile(lines.joined(separator: "\n")))
    revision += 1
  }

  /// Shows why what the last cell asked of the program around the notebook was not done.
  public func showProblem(_ problem: Diagnostic) {
    guard let last = cells.indices.last else { return }
    cells[last].error = problem
    cells[last].status = .failed
    revision += 1
  }

  func changed() { revision += 1 }
  var currentRevision: Int { revision }

  // MARK: Seed

  /// Starts the random streams anew for what is made from here on.
  func reseed(_ seed: UInt64) {
    self.seed = seed
    graph.seed = seed
    changesState = true
  }

  // MARK: State

  /// SHA-256 of parameters and optimizer state in the order of their paths, the run's step and the
  /// seed.
  public func digest() -> String {
    var hash = SHA256()
    for parameter in graph.parameters.sorted(by: { $0.path < $1.path }) {
      hash.update(Array(parameter.path.utf8))
      let values = parameter.value.values
      values.withUnsafeBufferPointer { hash.update(floats: $0) }
    }
    if let run {
      for slot in run.program.persistent where run.program.slots[slot].kind == .state {
        hash.update(Array(run.program.slots[slot].name.utf8))
        if let values = run.machine.value(of: slot)?.values {
          values.withUnsafeBufferPointer { hash.update(floats: $0) }
        }
      }
      hash.update(Array(String(run.machine.position).utf8))
    }
    hash.update(Array(String(seed).utf8))
    return hash.hexadecimal()
  }

  /// What a failed cell, or a failed command during a run, returns to.
  struct Checkpoint {
    let environment: [String: Value]
    let locals: [[String: Value]]
    let nesting: Int
    let depth: Int
    let graph: Graph.Checkpoint
    let parameters: [(Parameter, Tensor)]
    let localNames: [ObjectIdentifier: (layer: any Layer, name: String)]
    let unsized: [String: any Layer]
    let run: Run?
    var runState: Run.State?
    let earlierRuns: [EarlierRun]
    let trackers: [Tracker]
    let plots: [PlotRequest]
    let attentionLayers: [AttentionUse]
    let attention: AttentionState
    let tokenLabels: [String]
    let layout: String
    let breakpoints: [Breakpoint]
    let learner: Learner
    let historyBytes: Int
    let seed: UInt64

    /// - Parameter earlier: a checkpoint whose values are shared where they are the same.
    init(_ notebook: Notebook, sharing earlier: Checkpoint? = nil) {
      environment = notebook.environment
      locals = notebook.locals
      nesting = notebook.nesting
      depth = notebook.depth
      graph = notebook.graph.checkpoint()
      localNames = notebook.localNames
      unsized = notebook.unsized
      run = notebook.run
      runState = notebook.run.map { run in
        run.state(sharing: earlier?.run === run ? earlier?.runState?.machine : nil)
      }
      parameters = Checkpoint.parameters(notebook, runState, earlier)
      earlierRuns = notebook.earlierRuns
      trackers = notebook.trackers
      plots = notebook.plots
      attentionLayers = notebook.attentionLayers
      attention = notebook.attention.withoutProgram
      tokenLabels = notebook.tokenLabels
      layout = notebook.layout
      breakpoints = notebook.breakpoints
      learner = notebook.learner
      historyBytes = notebook.historyBytes
      seed = notebook.seed
    }

    /// - Parameter keepsTail: leaves what the graph has grown by for `cut`.
    func restore(_ notebook: Notebook, keepsTail: Bool = false) {
      notebook.environment = environment
      notebook.locals = locals
      notebook.nesting = nesting
      notebook.depth = depth
      notebook.unsized = unsized
      notebook.localNames = localNames
      notebook.run = run
      notebook.earlierRuns = earlierRuns
      if let run, let runState { run.restore(runState) }
      if !keepsTail { notebook.graph.rollBack(to: graph) }
      for (parameter, value) in parameters { parameter.value = value }
      notebook.trackers = trackers
      notebook.plots = plots
      notebook.attentionLayers = attentionLayers
      notebook.attention = attention
      notebook.tokenLabels = tokenLabels
      notebook.layout = layout
      notebook.breakpoints = breakpoints
      notebook.learner = learner
      notebook.historyBytes = historyBytes
      run?.machine.historyCap = historyBytes
      notebook.seed = seed
    }
  }
}
