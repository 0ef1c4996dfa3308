// How a plot's axes are: the options of `plot`, in matplotlib's words where it has them. The data
// stay as they are; the picture, and the numbers of what is derived, follow.

import Engine
import Language

/// The axes of a plot of series or curves.
public struct PlotAxes: Hashable, Sendable {
  /// What x counts.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case step, epoch
    /// Seconds of training, where the notebook has a clock; steps elsewhere. Never recorded.
    case time
  }

  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// Logarithmic when everything is positive and spans more than two decades.
    case automatic = "auto"
    case linear, log
  }

  public var unit = Unit.step
  public var xScale = Scale.linear
  public var yScale = Scale.automatic
  /// The weight of the past in an exponential moving average, 0 (none) up to 1 (excluded).
  public var smoothing = 0.0
  /// What is shown of x, in its unit; nil is all.
  public var range: ClosedRange<Double>?

  public init() {}
}

extension PlotAxes {
  /// The options of the `plot` verb that are about axes.
  static let options = ["smooth", "xscale", "yscale", "x"]

  /// Reads the options of a verb; `range` is the interval after `over`.
  static func read(_ verb: Verb, _ notebook: Notebook) throws(Diagnostic) -> PlotAxes {
    var axes = PlotAxes()
    if let option = verb.option("smooth") {
      axes.smoothing = try notebook.number(option.value, "smooth")
      guard axes.smoothing >= 0, axes.smoothing < 1 else {
        throw Diagnostic(
          "smooth must be from 0 to less than 1, not \(NumberText.short(axes.smoothing))",
          at: option.value.range, hint: "smooth=0.9 is TensorBoard's slider at 0.9")
      }
    }
    if let option = verb.option("xscale") { axes.xScale = try word(option) }
    if let option = verb.option("yscale") { axes.yScale = try word(option) }
    if let option = verb.option("x") { axes.unit = try word(option) }
    return axes
  }

  private static func word<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: Argument
  ) throws(Diagnostic) -> Choice {
    var text: String?
    switch option.value.kind {
    case .string(let string): text = string
    default: text = option.value.plainName
    }
    if let choice = text.flatMap({ Choice(rawValue: $0) }) { return choice }
    let name = option.name ?? ""
    let words = Choice.allCases.map(\.rawValue)
    let hint = text.flatMap { didYouMean($0, among: words) }.map { "did you mean '\($0)'?" }
    throw Diagnostic(
      "\(name) is \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")",
      at: option.value.range, hint: hint ?? "plot loss \(name)=\(words.last ?? "")")
  }

  /// Whether the picture is the plain one.
  var isPlain: Bool { self == PlotAxes() }

  /// Fails where a plot has no use for an option that was given.
  func check(_ plot: PlotOutput, _ verb: Verb) throws(Diagnostic) {
    switch plot.content {
    case .series: return
    case .curves:
      if let option = verb.option("x") {
        throw Diagnostic(
          "'x' is for what is recorded over training steps; \(plot.title) is a curve",
          at: option.nameRange, hint: "plot loss x=epoch")
      }
    case .scatter:
      guard let option = verb.option("smooth") ?? verb.option("x") else { return }
      throw Diagnostic(
        "'\(option.name ?? "")' is for what is recorded over training steps; \(plot.title) has "
          + "points", at: option.nameRange, hint: "plot scatter(x, y) xscale=log yscale=log")
    default:
      guard let option = verb.options.first(where: { PlotAxes.options.contains($0.name ?? "") })
      else { return }
      throw Diagnostic(
        "'\(option.name ?? "")' is for series and curves; \(plot.title) has no such axis",
        at: option.nameRange, hint: "plot loss smooth=0.9 yscale=log")
    }
  }
}

extension PlotRequest {
  /// The same plot with axes of one's choice.
  func with(_ axes: PlotAxes) -> PlotRequest {
    guard !axes.isPlain else { return self }
    return PlotRequest(title) { [draw] notebook in
      guard var plot = draw(notebook) else { return nil }
      plot.axes = axes
      return plot
    }
  }
}
