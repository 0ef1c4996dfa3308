// seed, help, save, open, replay, verify, sessions, quit: the session itself. All but seed leave no
// trace in what is recorded.

import Engine
import Language

/// What a verb asks of the program around the notebook.
public enum SessionRequest: Hashable, Sendable {
  case open(String)
  case replay(String, speed: Double)
  case verify(String)
  case sessions
  /// Change the session's cells.
  case edit(CellEdit)
  /// The session has just been saved.
  case saved
  case quit
}

enum SessionVerbs {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "seed", .expression, needs: "a number", usage: "seed 42",
      summary: "Sets what initial values, splits and batches are drawn from.", example: "seed 7"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      let seed = try notebook.integer(expression, "a seed")
      guard seed >= 0 else {
        throw Diagnostic("a seed cannot be negative: \(seed)", at: expression.range)
      }
      notebook.reseed(UInt64(seed))
    },
    VerbEntry(
      "help", .optionalWord, usage: "help [X]",
      summary: "Explains a verb, a layer, a loss, any name.", example: "help dense",
      isRecorded: false
    ) { notebook, verb throws(Diagnostic) in
      if case .word(let name, let range) = verb.subject {
        try notebook.help(name, range)
      } else {
        notebook.helpOverview()
      }
    },
    VerbEntry(
      "save", .optionalWord, usage: "save NAME", summary: "Writes the session to NAME.nabla.",
      isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.save(verb) },
    VerbEntry(
      "open", .word, needs: "a name", usage: "open NAME",
      summary: "Runs a session, in the language in use where it is translated, and goes on. open "
        + "xor.en is the English one, open xor.tr the Turkish one, whatever the language in use.",
      example: "open xor", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in
      try notebook.ask(verb) { .open($0) }
    },
    VerbEntry(
      "replay", .word, options: ["speed"], needs: "a name", usage: "replay NAME speed=4",
      summary: "Shows a session again at its own pace.", example: "replay xor speed=4",
      isRecorded: false
    ) { notebook, verb throws(Diagnostic) in
      var speed = 1.0
      if let option = verb.option("speed") {
        speed = try notebook.number(option.value, "speed")
        guard ReplaySchedule.speeds.contains(speed) else {
          throw Diagnostic(
            "speed must be between 0.01 and 1000, not \(NumberText.short(speed))",
            at: option.value.range)
        }
      }
      try notebook.ask(verb) { .replay($0, speed: speed) }
    },
    VerbEntry(
      "verify", .word, needs: "a name", usage: "verify NAME",
      summary: "Runs a session afresh and compares it with what is recorded.",
      example: "verify xor", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.ask(verb) { .verify($0) } },
    VerbEntry(
      "sessions", usage: "sessions", summary: "Lists the sessions that can be opened.",
      example: "sessions", isRecorded: false
    ) { notebook, verb throws(Diagnostic) in try notebook.ask(verb, .sessions) },
    VerbEntry(
      "bind", .optionalWord, moreWords: 5, usage: "bind KEY ACTION",
      summary: "Gives an action of the full screen another key; bind alone shows all keys with "
        + "their actions' names. Lines `KEY ACTION` in ~/.config/nabla/keys hold for good.",
      isRecorded: false
    ) { _, verb throws(Diagnostic) in
      // The full screen takes such lines itself: its keys are nothing to the notebook.
      throw Diagnostic(
        "keys are bound at the prompt of the full screen", at: verb.nameRange,
        hint: "bind F9 pane.next; or lines like 'F9 pane.next' in ~/.config/nabla/keys")
    },
    VerbEntry("quit", usage: "quit", summary: "Ends nabla.", isRecorded: false) {
      notebook, verb throws(Diagnostic) in try notebook.ask(verb, .quit)
    },
  ]
}

extension Notebook {
  func ask(_ verb: Verb, _ make: (String) -> SessionRequest) throws(Diagnostic) {
    guard case .word(let name, _) = verb.subject else { return }
    try ask(verb, make(name))
  }

  func ask(_ verb: Verb, _ request: SessionRequest) throws(Diagnostic) {
    guard takesRequests else {
      throw Diagnostic("'\(verb.name)' works at the prompt, not in a script", at: verb.nameRange)
    }
    self.request = request
  }

  // MARK: save

  fileprivate func save(_ verb: Verb) throws(Diagnostic) {
    var path = file
    if case .word(let name, let range) = verb.subject {
      do throws(Diagnostic) {
        path = try SessionFile.path(forName: name, home: home)
      } catch {
        throw Diagnostic(error.message, at: range, hint: error.hint)
      }
    }
    guard let path else {
      throw Diagnostic("'save' needs a name", at: verb.nameRange, hint: "save my-session")
    }
    try SessionFile.write(sessionText(), path: path)
    file = path
    title = SessionFile.title(forPath: path)
    let isOpen = activity == .training || activity == .paused
    show(
      .volatile(
        "saved \(path)"
          + (isOpen ? " without the run that goes on: save again when it has ended" : "")))
    if takesRequests { request = .saved }
  }

  /// The session as a file: prose and the cells that succeeded, without the commands about the
  /// session itself.
  public func sessionText() -> String {
    SessionFile.serialise(cells: recordedCells, header: sessionHeader, skippingFailed: true)
  }

  /// The same without what was changed about the layouts: equal texts have nothing to be saved.
  public var contentText: String { contentText(of: recordedCells) }

  /// `contentText` of the recorded cells, where they are at hand.
  public func contentText(of cells: [Cell]) -> String {
    SessionFile.serialise(
      cells: cells, header: SessionHeader(seed: firstSeed), skippingFailed: true)
  }

  /// The first line of the session's file.
  public var sessionHeader: SessionHeader {
    SessionHeader(seed: firstSeed, unknownData: headerData)
  }

  /// What the person changed about the layouts, one word; it is kept in the first line and means
  /// something to the interface alone.
  public var arrangement: String {
    get {
      headerData.first { $0.hasPrefix("layout ") }.map { String($0.dropFirst("layout ".count)) }
        ?? ""
    }
    set {
      headerData.removeAll { $0.hasPrefix("layout ") }
      if !newValue.isEmpty, !newValue.contains(where: \.isWhitespace) {
        headerData.append("layout " + newValue)
      }
    }
  }

  /// The cells that a session file keeps.
  public var recordedCells: [Cell] {
    cells.indices.filter { index in
      let cell = cells[index]
      return cell.prose != nil
        || (cell.status == .done && (isRecordedCell(cell) || past.kept.contains(index)))
    }.sorted(by: past.order).map { cells[$0] }
      + pendingCells.enumerated().map { $0.element.pending(number: cells.count + $0.offset + 1) }
  }

  func isRecordedCell(_ cell: Cell) -> Bool {
    // Asked of every cell after every cell.
    if let known = recordedSources[cell.source] { return known }
    let answer = isRecorded(cell.source)
    recordedSources[cell.source] = answer
    return answer
  }

  private func isRecorded(_ source: String) -> Bool {
    guard let statements = try? Parser(source: source, verbs: catalogue.grammars).parse(),
      !statements.isEmpty
    else { return !source.isEmpty }
    return !statements.allSatisfy {
      if case .verb(let verb) = $0.kind { !catalogue.isRecorded(verb.name) } else { false }
    }
  }

  // MARK: help

  fileprivate func help(_ name: String, _ range: SourceRange) throws(Diagnostic) {
    var found = catalogue.descriptors(named: name)
    let names = catalogue.descriptors.map(\.name)
    if found.isEmpty, environment[name] == nil,
      let other = OtherNames.name(for: name, among: names)
    {
      // What PyTorch calls so: its help is what was asked for.
      found = catalogue.descriptors(named: other)
    }
    guard !found.isEmpty else {
      if let value = environment[name] {
        show(.volatile("\(name) is \(value.kind) of this session"))
        return
      }
      throw Diagnostic(
        "there is no help on '\(name)'", at: range,
        hint: didYouMean(name, among: names).map { "did you mean '\($0)'?" }
          ?? "help lists everything")
    }
    for descriptor in found {
      var lines = ["\(descriptor.signature)  (\(descriptor.kind.rawValue))", descriptor.summary]
      if !descriptor.shapes.isEmpty { lines.append("shapes   \(descriptor.shapes)") }
      if !descriptor.formula.isEmpty { lines.append("formula  \(descriptor.formula)") }
      if !descriptor.source.isEmpty { lines.append("source   \(descriptor.source)") }
      if !descriptor.example.isEmpty {
        for (index, line) in descriptor.example.split(separator: "\n").enumerated() {
          lines.append((index == 0 ? "example  " : "         ") + line)
        }
      }
      show(.volatile(lines.joined(separator: "\n")))
    }
    guard name == "plot" else { return }
    show(.volatile(overview(.plot)))
    show(.volatile("help NAME tells more, for example: help boundary"))
  }

  /// `plot – loss runs lr`
  private func overview(_ kind: Descriptor.Kind) -> String {
    let names = catalogue.descriptors.filter { $0.kind == kind }.map(\.name)
    return "\(kind.rawValue) – \(names.joined(separator: " "))"
  }

  fileprivate func helpOverview() {
    for kind in Descriptor.Kind.allCases {
      guard catalogue.descriptors.contains(where: { $0.kind == kind }) else { continue }
      show(.volatile(overview(kind)))
    }
    show(.volatile("help NAME tells more, for example: help dense"))
  }
}
