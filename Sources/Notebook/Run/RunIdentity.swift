// What a run is called. Runs are told apart by their losses, their networks, their optimizers with
// every option that was given, and at last by their numbers: no two are ever called the same.

import Engine
import Language

/// What tells a run from others.
struct RunIdentity: Hashable {
  /// From 1, in the order of the session.
  let number: Int
  /// The loss as it was written: `L`.
  let loss: String
  /// The networks whose parameters it trains: `net`, `encoder + decoder`.
  let network: String
  /// The optimizer's name: `adam`.
  let optimizer: String
  /// Optimizer, schedule and bounds as they were given: `adam(lr=0.1) cosine(100) clip=1`.
  let setting: String

  /// A part of a name.
  enum Part: Hashable {
    case setting, loss, network
  }

  /// In the order in which parts are read: `L net adam(lr=0.1)`.
  fileprivate func words(_ parts: Set<Part>) -> String {
    var words: [String] = []
    if parts.contains(.loss) { words.append(loss) }
    if parts.contains(.network), !network.isEmpty, network != words.last { words.append(network) }
    if parts.contains(.setting) { words.append(setting) }
    return words.joined(separator: " ")
  }

  /// The names of runs that are seen together, each different.
  ///
  /// - Parameter order: the parts that are tried, one after the other; one that tells no more of
  ///   them apart is left out. The first is there when there is nothing to tell.
  static func names(
    _ runs: [RunIdentity], by order: [Part] = [.setting, .loss, .network]
  ) -> [String] {
    func names(_ parts: Set<Part>) -> [String] { runs.map { $0.words(parts) } }
    func count(_ parts: Set<Part>) -> Int { Set(names(parts)).count }
    var parts: Set<Part> = []
    for part in order where count(parts) < runs.count {
      if count(parts.union([part])) > count(parts) { parts.insert(part) }
    }
    if parts.isEmpty, let first = order.first { parts = [first] }
    var times: [String: Int] = [:]
    for name in names(parts) { times[name, default: 0] += 1 }
    return zip(runs, names(parts)).map { run, name in
      name.isEmpty || times[name, default: 0] > 1
        ? "\(name)\(name.isEmpty ? "" : " ")#\(run.number)" : name
    }
  }

  /// The networks by the first part of their parameters' paths; empty for more than three.
  static func network(_ paths: some Sequence<String>) -> String {
    var roots: [String] = []
    for path in paths {
      let root = String(path.prefix { $0 != "." })
      if !roots.contains(root) { roots.append(root) }
      if roots.count > 3 { return "" }
    }
    return roots.joined(separator: " + ")
  }

  /// Whether a word that was typed means this run.
  func isMeant(by word: String) -> Bool {
    let word = RunIdentity.plain(word)
    return [
      loss, network, optimizer, setting, "#\(number)", words([.loss, .setting]),
      words([.network, .setting]), words([.loss, .network, .setting]),
    ].contains { RunIdentity.plain($0) == word }
  }

  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension Run {
  var identity: RunIdentity {
    RunIdentity(
      number: number + 1, loss: name,
      network: RunIdentity.network(trail.parts.lazy.map(\.path)), optimizer: optimizer.name,
      setting: setting)
  }
}

extension Notebook {
  /// The runs that have done a step, the present one last.
  var runIdentities: [RunIdentity] {
    var runs = earlierRuns.map(\.identity)
    if let run, run.telemetry.loss.count > 0 { runs.append(run.identity) }
    return runs
  }

  /// The numbers of the runs that arguments name: by number, loss, network or optimizer.
  func runNumbers(_ arguments: [Argument], _ range: SourceRange) throws(Diagnostic) -> Set<Int> {
    let runs = runIdentities
    guard !runs.isEmpty else {
      throw Diagnostic(
        run == nil ? "there is no run to plot" : "no run has done a step yet", at: range,
        hint: run == nil ? "train L with sgd(lr=0.1) steps=100" : "train 100")
    }
    var numbers: Set<Int> = []
    for argument in arguments {
      let expression = argument.value
      guard argument.name == nil else {
        throw Diagnostic(
          "runs are named without '\(argument.name ?? "")='", at: argument.nameRange,
          hint: "plot runs(1, 2)")
      }
      if case .number = expression.kind {
        let number = try integer(expression, "a run's number")
        guard runs.contains(where: { $0.number == number }) else {
          throw noRun("there is no run \(number)", "", runs, expression.range)
        }
        numbers.insert(number)
        continue
      }
      var word = currentSource[expression.range]
      if case .string(let text) = expression.kind { word = text }
      let meant = runs.filter { $0.isMeant(by: word) }
      guard !meant.isEmpty else {
        throw noRun("there is no run '\(word)'", word, runs, expression.range)
      }
      numbers.formUnion(meant.map(\.number))
    }
    return numbers
  }

  private func noRun(
    _ message: String, _ word: String, _ runs: [RunIdentity], _ range: SourceRange
  ) -> Diagnostic {
    let known = runs.flatMap { [$0.loss, $0.network, $0.optimizer] }.filter { !$0.isEmpty }
    if !word.isEmpty, let near = didYouMean(word, among: known) {
      return Diagnostic(message, at: range, hint: "did you mean '\(near)'?")
    }
    let names = RunIdentity.names(runs)
    let list = zip(runs, names).map { "\($0.number) \($1)" }
    return Diagnostic(message, at: range, hint: "there are \(list.joined(separator: ", "))")
  }
}
