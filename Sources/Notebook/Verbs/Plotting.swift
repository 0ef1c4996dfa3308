// plot, unplot: what is drawn on the screen besides the cells. Named plots are in Plots; anything
// else that has a value can be plotted too.

import Engine
import Language

enum Plotting {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "plot", .expression, clauses: ["over"], options: PlotAxes.options,
      needs: "something to plot",
      usage: "plot loss [smooth=0.9] [x=epoch] [yscale=log] | runs(A, 2) | boundary(net) | X | "
        + "f over -5..5",
      summary:
        "Draws a plot by name, a tensor, a tracked series, or a function with its derivative; "
        + "it stays on the screen and follows the training. Of series and curves: smooth=0.9 draws "
        + "TensorBoard's moving average over the raw line, yscale= and xscale= are linear or log, "
        + "x= is step, epoch or time, over 100..200 shows that part.",
      example: "plot tanh over -5..5"
    ) { notebook, verb throws(Diagnostic) in try notebook.plot(verb) },
    VerbEntry(
      "unplot", .optionalExpression, clauses: ["over"], usage: "unplot [PLOT]",
      summary: "Removes a plot from the screen, or all of them.",
      example: "plot tanh over -5..5\nunplot"
    ) { notebook, verb throws(Diagnostic) in try notebook.unplot(verb) },
  ]
}

extension Notebook {
  func plot(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    var axes = try PlotAxes.read(verb, self)
    if let interval = verb.clause("over"), SeriesPlots.isSeries(expression, self) {
      let (low, high) = try CurvePlot.bounds(interval, self)
      axes.range = low...high
    }
    let request = try plotRequest(expression, verb).with(axes)
    if !verb.options.isEmpty, let plot = request.draw(self) { try axes.check(plot, verb) }
    try pin(request, expression.range)
  }

  /// Shows a plot in the cell and keeps it on the screen, in the place of the one with its title.
  func pin(_ request: PlotRequest, _ range: SourceRange) throws(Diagnostic) {
    guard let plot = request.draw(self) else {
      throw Diagnostic(
        "there is nothing in \(request.title) to plot", at: range,
        hint: run?.machine.updates == 0 ? "the run has not done a step yet: train 100" : nil)
    }
    if let place = plots.firstIndex(where: { $0.title == request.title }) {
      plots[place] = request
    } else {
      plots.append(request)
    }
    if plots.count > Plots.limit { plots.removeFirst() }
    show(.plot(plot))
  }

  /// The plot that `plot EXPR` would pin.
  func plotRequest(
    _ expression: Expression, _ verb: Verb
  ) throws(Diagnostic) -> PlotRequest {
    if let interval = verb.clause("over"), !SeriesPlots.isSeries(expression, self) {
      return try CurvePlot.request(expression, over: interval, self)
    }
    let text = currentSource[expression.range]
    if let (entry, arguments) = namedPlot(expression) {
      return try entry.make(
        self,
        PlotCall(
          entry: entry, arguments: arguments, text: text, range: expression.range, verb: verb))
    }
    if let tracked = SeriesPlots.tracked(text, self) { return tracked }
    if case .name(let name) = expression.kind, environment[name] == nil,
      let entry = catalogue.plots[name]
    {
      throw Diagnostic(
        "plot \(name) needs what it draws in parentheses", at: expression.range,
        hint: "plot \(entry.descriptor.signature)")
    }
    return try TensorPlot.request(expression, self)
  }

  /// A plot of the catalogue, unless the session gave its name to something else.
  private func namedPlot(_ expression: Expression) -> (PlotEntry, [Argument])? {
    switch expression.kind {
    case .name(let name):
      guard environment[name] == nil, let entry = catalogue.plots[name], entry.standsAlone
      else { return nil }
      return (entry, [])
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, environment[name] == nil,
        let entry = catalogue.plots[name], entry.takesArguments
      else { return nil }
      return (entry, arguments)
    default: return nil
    }
  }

  fileprivate func unplot(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else {
      plots = []
      return
    }
    var title = currentSource[expression.range]
    if let interval = verb.clause("over") { title += " over " + currentSource[interval.range] }
    guard plots.contains(where: { $0.title == title }) else {
      let titles = plots.map(\.title)
      throw Diagnostic(
        "there is no plot '\(title)' on the screen", at: expression.range,
        hint: titles.isEmpty
          ? "plot \(title) puts it there"
          : didYouMean(title, among: titles).map { "did you mean '\($0)'?" }
            ?? "there are \(titles.joined(separator: ", "))")
    }
    plots.removeAll { $0.title == title }
  }
}
