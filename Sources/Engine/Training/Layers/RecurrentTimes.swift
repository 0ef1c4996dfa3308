// Where back-propagation through time goes: the states of recurrent layers at every time step, and the
// places at which it was cut.

/// The states of recurrent layers in a graph, by layer and time.
public struct RecurrentTimes {
  /// One direction of one layer.
  public struct Stream: Hashable, Sendable {
    /// `net.l0`, `net.l1_reverse`
    public let path: String
    /// The states h by time; nil where there is none of that time.
    public let states: [Node?]
    /// The times whose state before them lets no gradient through: of the network in time, the
    /// gradient flows within the pieces between them.
    public let cuts: Set<Int>
    /// Whether time runs backwards.
    public let isReverse: Bool
  }

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
      if own == "h" {
        if states[path] == nil { order.append(path) }
        states[path, default: [:]][time] = node
      } else if own == "h_before", record.operation is StopGradient {
        cuts[path, default: []].insert(time)
      }
    }
    streams = order.map { path in
      let own = states[path] ?? [:]
      let last = own.keys.max() ?? 0
      return Stream(
        path: path, states: (0...last).map { own[$0] }, cuts: cuts[path] ?? [],
        isReverse: path.hasSuffix("_reverse"))
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
}
