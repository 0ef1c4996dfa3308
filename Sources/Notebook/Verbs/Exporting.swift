// export: a plot or the whole screen into a file. The verb decides what and where; the program
// around the notebook draws and writes.

import Engine
import Language

enum Exporting {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "export", .word, clauses: ["over"], options: ["columns", "rows", "theme"],
      thenExpression: true, needs: "a file", usage: "export FILE [PLOT]",
      summary: "Writes a plot, or without one the whole screen, to a file: .txt, .ansi (with "
        + "colours, for less -R), .svg, or the plot's data as .csv. PLOT is what follows 'plot', "
        + "'attention' or the title of a plot in quotes; columns=, rows= and theme=light choose a "
        + "picture's size and colours. An older file is replaced.",
      example: "plot tanh over -5..5\nexport tanh.csv tanh over -5..5\nexport screen.svg",
      isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.export(verb) }
  ]

  static let sizes = 8...1000
}

extension Notebook {
  fileprivate func export(_ verb: Verb) throws(Diagnostic) {
    guard case .word(let name, let range) = verb.subject else { return }
    let format = try exportFormat(of: name, range)
    var request = ExportRequest(
      path: try exportPath(name, range), format: format, subject: .screen(nil))
    request.columns = try exportSize(verb, "columns")
    request.rows = try exportSize(verb, "rows")
    request.theme = try exportTheme(verb)
    if let option = verb.options.first(where: { $0.name == nil }) {
      request.subject = .plots(try exportedPlots(option.value, verb))
    } else {
      guard format != .csv else {
        throw Diagnostic(
          "a table needs a plot whose data it holds", at: range, hint: "export \(name) loss")
      }
      // In the middle of a run the screen changes before anyone can draw it.
      if isAdvancing { request.subject = .screen(snapshot()) }
    }
    // What is typed during a run is wanted now; a cell's when the cell has succeeded.
    if isAdvancing, let control, control.export(request) { return }
    exports.append(request)
  }

  // MARK: The file

  private func exportFormat(
    of name: String, _ range: SourceRange
  ) throws(Diagnostic) -> ExportRequest.Format {
    let last = name.split(separator: "/").last ?? ""
    let known = ExportRequest.Format.allCases.map(\.rawValue)
    let list =
      known.dropLast().map { ".\($0)" }.joined(separator: ", ") + " and .\(known.last ?? "")"
    let isFolder = name.hasSuffix("/") || last.isEmpty || last.hasPrefix(".")
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else {
      throw Diagnostic(
        "\(SessionMessage.quoted(name)) does not say by its end what is to be written", at: range,
        hint: "there are \(list): export "
          + (isFolder ? "loss" : VisibleText.line(name)) + ".svg")
    }
    let ending = last[last.index(after: dot)...].lowercased()
    if let format = ExportRequest.Format(rawValue: ending) { return format }
    throw Diagnostic(
      "there is no way to export '.\(VisibleText.line(ending))'", at: range,
      hint: didYouMean(ending, among: known).map { "did you mean '.\($0)'?" }
        ?? "there are \(list)")
  }

  private func exportPath(_ name: String, _ range: SourceRange) throws(Diagnostic) -> String {
    guard !name.unicodeScalars.contains("\0") else {
      throw Diagnostic("a file name cannot hold a zero byte", at: range)
    }
    guard name.hasPrefix("~/") else { return name }
    guard let home, !home.isEmpty else {
      throw Diagnostic("'~' has no meaning here: the home folder is not known", at: range)
    }
    return home + name.dropFirst(1)
  }

  private func exportSize(_ verb: Verb, _ name: String) throws(Diagnostic) -> Int? {
    guard let option = verb.option(name) else { return nil }
    let size = try integer(option.value, name)
    guard Exporting.sizes.contains(size) else {
      throw Diagnostic(
        "\(name) must be between 8 and 1000, not \(size)", at: option.value.range)
    }
    return size
  }

  private func exportTheme(_ verb: Verb) throws(Diagnostic) -> String? {
    guard let option = verb.option("theme") else { return nil }
    let themes = ["dark", "light"]
    let word = currentSource[option.value.range].filter { $0 != "\"" && $0 != "'" }
    guard themes.contains(word) else {
      throw Diagnostic(
        "there is no theme '\(VisibleText.line(word))'", at: option.value.range,
        hint: "theme=dark or theme=light")
    }
    return word
  }

  // MARK: The plots

  private func exportedPlots(
    _ expression: Expression, _ verb: Verb
  ) throws(Diagnostic) -> [PlotOutput] {
    var title = currentSource[expression.range]
    if case .string(let text) = expression.kind { title = text }
    if verb.clause("over") == nil {
      // What is on the screen under that name is meant, then what a cell has shown.
      if let pinned = plots.last(where: { $0.title == title }), let plot = pinned.draw(self) {
        return [plot]
      }
      if title == "attention" { return try shownAttention(expression.range) }
      if case .string = expression.kind { return [try shownPlot(title, expression.range)] }
    }
    let request = try plotRequest(expression, verb)
    guard let plot = request.draw(self) else {
      throw Diagnostic("there is nothing in \(request.title) to export", at: expression.range)
    }
    return [plot]
  }

  private var shownPlots: [[PlotOutput]] {
    cells.reversed().map { cell in
      cell.outputs.compactMap { if case .plot(let plot) = $0 { plot } else { nil } }
    }
  }

  private func shownPlot(_ title: String, _ range: SourceRange) throws(Diagnostic) -> PlotOutput {
    for plots in shownPlots {
      if let plot = plots.last(where: { $0.title == title }) { return plot }
    }
    let titles = shownPlots.flatMap { $0.map(\.title) }
    throw Diagnostic(
      "no cell has shown a plot '\(VisibleText.line(title))'", at: range,
      hint: didYouMean(title, among: titles).map { "did you mean \"\($0)\"?" })
  }

  /// All heads that `attention` showed last.
  private func shownAttention(_ range: SourceRange) throws(Diagnostic) -> [PlotOutput] {
    for plots in shownPlots {
      let found = plots.filter(\.isAttention)
      if !found.isEmpty { return found }
    }
    throw Diagnostic(
      "there is no attention to export yet", at: range, hint: "attention net shows it")
  }
}

extension PlotOutput {
  fileprivate var isAttention: Bool {
    if case .attention = content { return true }
    // Its other views are named after it.
    return title == "attention" || title.hasPrefix("attention ")
  }
}
