// Which rows each training step sees: a function of seed, stream and step alone, so that any
// step can be gone back to.

/// The mini-batches of a run.
///
/// An epoch takes every row once; a shuffled one takes them in an order of its own. The last batch
/// of an epoch is short if the batch size does not divide the rows.
public struct BatchSchedule: Hashable, Sendable {
  /// The rows of the set.
  public let rows: Int
  /// At most `rows`.
  public let size: Int
  /// Whether each epoch has an order of its own.
  public let shuffles: Bool
  /// The session's seed.
  public let seed: UInt64
  /// Which of the seed's independent streams it is.
  public let stream: UInt64

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "batch", .data, signature: "batch(data, size, shuffle=true)",
    summary: "A mini-batch: new rows at every training step, reshuffled every epoch.",
    shapes: "x [size, …], y [size, …]", example: "x, y = batch(digits(), 64)")

  /// A size of more than all rows is all rows. Throws if either is not positive.
  ///
  /// - Parameter stream: names this batch among all that a session makes: `streamHash(path)`.
  public init(
    rows: Int, size: Int, shuffles: Bool = true, seed: UInt64, stream: UInt64
  ) throws(EngineError) {
    guard rows >= 1 else { throw EngineError("a batch needs a row; the data set has none") }
    guard rows <= Int32.max else { throw EngineError("\(rows) rows are too many for batches") }
    guard size >= 1 else { throw EngineError("the batch size is \(size); it is at least 1") }
    self.rows = rows
    self.size = min(size, rows)
    self.shuffles = shuffles
    self.seed = seed
    self.stream = stream
  }

  /// `⌈rows / size⌉`
  public var stepsPerEpoch: Int { (rows - 1) / size + 1 }

  /// The epoch of a step, both from 0.
  public func epoch(step: Int) -> Int { step / stepsPerEpoch }

  /// How many rows a step sees.
  ///
  /// - Precondition: `step` is not negative, here and below.
  public func batchSize(step: Int) -> Int { places(step: step).count }

  /// The rows of a step, in their order. Makes the epoch's whole order every time: a run uses a
  /// `BatchCursor`.
  public func rows(step: Int, into batch: inout [Int32]) {
    let order = order(epoch: epoch(step: step))
    batch.removeAll(keepingCapacity: true)
    for place in places(step: step) { batch.append(Int32(order[place])) }
  }

  /// The order of all rows in an epoch.
  public func order(epoch: Int) -> [Int] {
    guard shuffles else { return Array(0..<rows) }
    return RandomStream(seed: seed, stream: stream, step: UInt64(epoch)).permutation(count: rows)
  }

  /// The places of a step in its epoch's order.
  func places(step: Int) -> Range<Int> {
    precondition(step >= 0, "steps count from 0")
    let start = step % stepsPerEpoch * size
    return start..<min(start + size, rows)
  }
}
