// The one catalogue: parsing, completion and help of every name come from here.

public import Engine
public import Language

/// Every verb, function, layer, loss, optimizer, initial value, data set and plot by name.
public struct Catalogue: Sendable {
  let entries: [String: Entry]
  let builtins: [String: Builtin]
  let verbs: [String: VerbEntry]
  let plots: [String: PlotEntry]
  /// What the parser knows of the verbs.
  public let grammars: [String: VerbGrammar]

  public static let standard = Catalogue()

  private init() {
    entries = Dictionary(
      Entries.all.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })
    builtins = Dictionary(
      Builtins.all.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })
    verbs = Dictionary(
      Verbs.all.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })
    plots = Dictionary(
      Plots.all.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })
    grammars = verbs.mapValues(\.grammar)
  }

  /// Everything there is, in alphabetical order.
  public var descriptors: [Descriptor] {
    (entries.values.map(\.descriptor) + entries.values.compactMap(\.overload?.descriptor)
      + builtins.values.map(\.descriptor)
      + verbs.values.map(\.descriptor) + plots.values.map(\.descriptor)).sorted {
        ($0.name, $0.kind.rawValue) < ($1.name, $1.kind.rawValue)
      }
  }

  /// The entries with a name: `attention` is a layer and a verb.
  public func descriptors(named name: String) -> [Descriptor] {
    [
      entries[name]?.descriptor, entries[name]?.overload?.descriptor, builtins[name]?.descriptor,
      verbs[name]?.descriptor, plots[name]?.descriptor,
    ]
    .compactMap { $0 }
  }

  public var verbNames: [String] { verbs.keys.sorted() }
  /// Verbs that speak of the session and are not recorded in it.
  public func isRecorded(_ verb: String) -> Bool { verbs[verb]?.isRecorded ?? true }
}
