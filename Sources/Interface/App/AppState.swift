// Everything the interface knows, as one value: equal states draw equal frames.

public import Notebook
public import Plotting
public import Screen

/// The state of the full screen.
public struct AppState: Hashable, Sendable {
  /// What lies over the panes.
  public enum Overlay: Hashable, Sendable {
    case help
    /// A sentence about an interrupted session.
    case offer(String)
    /// A sentence about a session that is not saved.
    case unsaved(String)
  }

  public var snapshot: Snapshot
  public var size: Size
  public var appearance: Appearance
  /// The person has chosen dark or light; the terminal's answer no longer counts.
  var isThemeChosen = false
  public var prompt = PromptState()
  public var overlay: Overlay?
  /// Markdown below the keys in help.
  public var helpText: String
  /// A line for the person until the next key.
  public var message: String?
  /// Scroll offsets: rows above the end for the cells, rows or items elsewhere.
  public var scroll: [Pane: Int] = [:]
  public var helpScroll = 0
  /// The pane that takes arrows; nil is the prompt.
  public var focus: Pane?
  /// The pane that a small screen shows.
  public var tab = Pane.cells
  /// The layout chosen by key; nil follows the snapshot's.
  public var chosenLayout: Layout.Preset?
  /// The chosen cell's index; nil is the last one.
  public internal(set) var chosenCell: Int?
  /// Folded cells, by number.
  public internal(set) var cellFolds: [Int: CellFold] = [:]
  /// Cells, by number, that show their plots as they are now.
  public internal(set) var liveCells: Set<Int> = []
  /// The cell whose text is in the line.
  var editing: EditedCell?
  /// What is searched in the cells.
  public internal(set) var search: CellSearch?
  /// What was changed about the layouts' panes.
  public internal(set) var arrangements: [Layout.Preset: Arrangement] = [:]
  /// Arrangements on the way to the session.
  var sentArrangements: [String] = []
  /// The rule between panes that the mouse holds.
  var heldRule: HeldRule?
  public var singleKeys = false
  /// Keys that the person has bound otherwise than the table.
  public var bindings = KeyBindings()
  /// The keys pressed so far of a sequence.
  public internal(set) var pendingKeys: [Key] = []
  /// A program is being walked.
  public internal(set) var isWalking = false
  /// Where one looks in the attention pane.
  public var attention = AttentionGaze()
  /// The last use of the verb that was followed.
  var attentionRequest = 0
  /// What the gradients pane shows.
  public var gradientPane = GradientPane()
  /// Where one looks in the debug view.
  public var gaze = Gaze()
  /// The row that was chosen in the program's list; nil follows the program.
  public internal(set) var chosenRow: ProgramOutline.Entry?
  /// Layers of the list that were opened or folded by hand.
  public internal(set) var folds: [Int: Bool] = [:]
  /// What the plots pane shows.
  public var plotsPane = PlotsPane()
  /// How series and curves are looked at, in all panes.
  public var series = SeriesView()
  public var rate = RateMeter()
  /// How fast the work in hand goes.
  public var meters = ProgressMeters()
  /// The y ranges of live plots, by title, and of the loss under "".
  public var yRanges: [String: StickyRange] = [:]
  /// Seconds since the session began as the footer shows them: they stand still while nothing
  /// happens, so that an idle screen writes nothing.
  public var recordedTime = 0.0

  public init(
    snapshot: Snapshot = Snapshot(), size: Size, appearance: Appearance = .standard,
    helpText: String = ""
  ) {
    self.snapshot = snapshot
    self.size = size
    self.appearance = appearance
    self.helpText = helpText
    followAttention()
    followWalk()
  }

  /// Whether single keys are on and there is a program to walk. They go on while a move is executed:
  /// keys come faster than long moves end.
  var singleKeysHold: Bool {
    guard singleKeys, snapshot.program != nil else { return false }
    return [.idle, .paused, .executing].contains(snapshot.activity)
  }

  /// Walking begins inside a training step and goes on at its ends, so that the panes do not come
  /// and go; training ends it, also when it was too quick to be seen.
  mutating func followWalk(after old: Snapshot = Snapshot()) {
    guard let program = snapshot.program, snapshot.activity != .training else {
      isWalking = false
      return
    }
    if hasTrained(since: old) { isWalking = false }
    if program.counter > 0 && program.counter < program.rows.count { isWalking = true }
  }

  private func hasTrained(since old: Snapshot) -> Bool {
    let known = old.cells.count > snapshot.cells.count ? [] : old.cells
    return snapshot.cells.enumerated().contains { index, cell in
      cell.source.hasPrefix("train")
        && (index >= known.count || known[index].status != cell.status)
    }
  }

  /// The panes on the screen.
  public var layout: Layout {
    var content = LayoutContent()
    content.hasRun = snapshot.run != nil
    content.hasSteps = snapshot.run?.series.isEmpty == false
    // Plots of layers take what room there is.
    if [.norms, .strip].contains(gradientMode) {
      content.gradientRows = snapshot.run?.gradients.count ?? 0
    }
    content.hasProgram = snapshot.program != nil
    content.isWalking = isWalking
    content.hasAttention = !snapshot.attention.isEmpty || snapshot.attentionLook != nil
    content.hasPlots = !pinnedPlots.isEmpty
    content.promptRows = PromptView.rows(prompt)
    return Layout(
      size: size, preset: preset, content: content, tab: tab, arrangement: arrangement)
  }

  /// The pinned plots that no other pane shows already.
  public var pinnedPlots: [PlotOutput] {
    snapshot.plots.filter { plot in
      guard let run = snapshot.run else { return true }
      switch plot.content {
      case .series(let series):
        // The loss pane shows the loss as `plot loss` asked for it.
        guard plot.axes == PlotAxes() || (plot.title == "loss" && plot.axes.range == nil) else {
          return true
        }
        let names = Set(run.series.map(\.name))
        return !series.allSatisfy { names.contains($0.name) }
      case .gradients: return false
      default: return true
      }
    }
  }
}
