// Which nodes a layer was traced into, each time that it was applied: what turns the flat graph into
// boxes that a person knows. Tracing is sequential, so applications nest and never overlap.

/// One use of a layer.
public struct LayerApplication {
  /// The layer that was applied.
  public let layer: any Layer
  /// Where the layer lives: `net.0`.
  public let path: String
  /// The indices of the nodes that it traced, its inner layers' and its parameters' included.
  public let records: Range<Int>
  /// The first result.
  public let output: Node
}

extension Graph {
  /// Notes that a layer was applied.
  ///
  /// - Parameters:
  ///   - start: how many records there were before.
  ///   - output: its first result.
  public func noteApplication(of layer: any Layer, from start: Int, output: Node) {
    // A layer that traced nothing handed its input on: there is nothing to see of it.
    guard start < records.count else { return }
    applications.append(
      LayerApplication(
        layer: layer, path: path(of: layer) ?? layer.name, records: start..<records.count,
        output: output))
  }
}
