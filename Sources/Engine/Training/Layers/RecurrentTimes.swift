// Where back-propagation through time goes: the states of recurrent layers at every time step, and the
// places at which it was cut.

/// The states and cells of recurrent layers in a graph, by layer and time.
public struct RecurrentTimes {
  /// One direction of one layer.
  public struct Stream: Hashable, Sendable {
    /// `net.l0`, `net.l1_reverse`; `net.l0 c` for an LSTM's cells.
    public let path: String
    /// The states h, or the cells, by time; nil where there is none of that time.
    public let states: [Node?]
    /// The times whose state before them lets no gradient through: of the network in time, the
    /// gradient flows within the pieces between them.
    public let cuts: Set<Int>
    /// Whether time runs backwards.
    public let isReverse: Bool

    init(path: String, states: [Node?], cuts: Set<Int>, isReverse: Bool) {
      self.path = path
      self.states = states
      self.cuts = cuts
      self.isReverse = isReverse
    }

    /// The states of a network that is written out, in the order of time. It was cut where a state
    /// reads the one before through `stop_gradient` alone.
    public init(path: String, states: [Node], in graph: Graph) {
      var cuts: Set<Int> = []
      var visits = RecurrentTimes.mostVisits
      for (time, (before, after)) in zip(states, states.dropFirst()).enumerated()
      where RecurrentTimes.isCut(from: before, to: after, in: graph, &visits) {
        cuts.insert(time + 1)
      }
      self.init(path: path, states: states, cuts: cuts, isReverse: false)
    }
  }

  /// One for each direction of each recurrent layer.
  public let streams: [Stream]

  /// - Parameter nodes: what to look among, in the order of tracing; later uses of a layer win.
  public init(_ nodes: [Node], in graph: Graph) {
    var order: [String] = []
    var states: [String: [Int: Node]] = [:]
    var cuts: [String: Set<Int>] = [:]
    for node in nodes {
      let record = graph[node]
      guard !record.isGradient, let name = record.name,
        let (path, time, own) = RecurrentTimes.parts(name)
      else { continue }
      switch own {
      case "h", "c":
        // An LSTM's cells are a row of their own below: along them the gradient goes far.
        let rows = own == "h" ? [path] : [path, path + " c"]
        for row in rows where states[row] == nil {
          order.append(row)
          states[row] = [:]
        }
        states[rows[rows.count - 1], default: [:]][time] = node
      case "h_before" where record.operation is StopGradient:
        cuts[path, default: []].insert(time)
      case "c_before" where record.operation is StopGradient:
        cuts[path + " c", default: []].insert(time)
      default: break
      }
    }
    streams = order.map { path in
      let own = states[path] ?? [:]
      let last = own.keys.max() ?? 0
      return Stream(
        path: path, states: (0...last).map { own[$0] }, cuts: cuts[path] ?? [],
        isReverse: path.hasSuffix("_reverse") || path.hasSuffix("_reverse c"))
    }
  }

  /// `net.l0.t3.h` → (`net.l0`, 3, `h`)
  private static func parts(_ name: String) -> (path: String, time: Int, own: String)? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    let time = parts[parts.count - 2]
    guard time.first == "t", let number = Int(time.dropFirst()), number >= 0,
      number < Recurrent.mostSteps
    else { return nil }
    return (parts.dropLast(2).joined(separator: "."), number, String(parts[parts.count - 1]))
  }

  /// How many nodes are looked at for the cuts of one list, whatever is in it.
  private static let mostVisits = 1_000_000

  /// Whether a value reads an earlier one, and every way passes `stop_gradient`; false when that
  /// takes more visits than are left.
  private static func isCut(
    from before: Node, to after: Node, in graph: Graph, _ visits: inout Int
  ) -> Bool {
    var open: Set<Node> = []
    var stopped: Set<Node> = []
    var pending = [(node: after, isStopped: false)]
    while let (node, isStopped) = pending.popLast() {
      visits -= 1
      guard visits > 0 else { return false }
      // A node that was traced before cannot read it.
      guard node.index >= before.index else { continue }
      let isNew = isStopped ? stopped.insert(node).inserted : open.insert(node).inserted
      guard isNew else { continue }
      if node == before {
        if !isStopped { return false }
        continue
      }
      let record = graph[node]
      let stops = isStopped || record.operation is StopGradient
      pending.append(contentsOf: record.inputs.map { ($0, stops) })
    }
    return stopped.contains(before)
  }
}
