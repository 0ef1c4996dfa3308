// How a person watches and steers a run: the worker that trains asks at every step boundary, so a
// change takes effect there and nowhere else.

/// The other side of a run that goes on: asked by the notebook's thread only.
public protocol RunControl: AnyObject {
  /// Whether something waits; read after every training step, so it must be cheap.
  var isPending: Bool { get }
  /// The next request, or nil.
  func next() -> LiveRequest?
  /// Waits for a request: the run is paused.
  func wait() -> LiveRequest
  /// Hands a picture of the notebook to whoever draws it.
  func publish(_ snapshot: Snapshot)
  /// Writes a file that was asked for during the run; false leaves it for the cell's end.
  func export(_ request: ExportRequest) -> Bool
}

extension RunControl {
  public func export(_ request: ExportRequest) -> Bool { false }
}

/// What can be asked of a run that goes on.
public enum LiveRequest: Hashable, Sendable {
  /// A line typed meanwhile.
  case command(String)
  /// The attention is looked at elsewhere: nothing is recorded.
  case look(AttentionGaze)
  /// ^C: the run stops after this step.
  case interrupt
  /// A fresh snapshot is wanted.
  case publish
}
