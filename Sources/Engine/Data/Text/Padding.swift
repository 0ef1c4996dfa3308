// Sequences of different lengths in one tensor: padded at the end, or packed several to a row.

/// Rows of equal length out of sequences.
public enum Padding {
  /// Padded sequences and which of their elements are real.
  public struct Padded: Hashable, Sendable {
    /// `[n, longest]`
    public let values: Tensor
    /// `[n, longest]`, 1 where an element is of its sequence, 0 where it fills up.
    public let mask: Tensor
  }

  /// Sequences packed several to a row, none cut.
  public struct Packed: Hashable, Sendable {
    /// `[rows, length]`
    public let values: Tensor
    /// `[rows, length]`, 1, 2, … for the sequences of a row, 0 where it is filled up.
    public let segments: Tensor
    /// `[rows, length]`, the place of an element in its own sequence.
    public let positions: Tensor
  }

  /// Fills sequences up to the longest one's length, or to `length`.
  public static func pad(
    _ sequences: [[Float]], value: Float = 0, length: Int? = nil
  ) throws(EngineError) -> Padded {
    guard !sequences.isEmpty else { throw EngineError("pad_sequence needs a sequence") }
    let longest = sequences.map(\.count).max() ?? 0
    let width = length ?? longest
    guard width >= longest else {
      throw EngineError(
        "pad_sequence: a sequence of \(longest) does not fit into length \(width)")
    }
    let shape = Shape([sequences.count, width])
    try Limits.check(shape, for: "pad_sequence")
    var values: [Float] = []
    var mask: [Float] = []
    values.reserveCapacity(shape.count)
    mask.reserveCapacity(shape.count)
    for sequence in sequences {
      let rest = width - sequence.count
      values.append(contentsOf: sequence)
      values.append(contentsOf: repeatElement(value, count: rest))
      mask.append(contentsOf: repeatElement(1, count: sequence.count))
      mask.append(contentsOf: repeatElement(0, count: rest))
    }
    return Padded(
      values: Tensor(shape: shape, values: values), mask: Tensor(shape: shape, values: mask))
  }

  /// Puts sequences into rows of `length`, the longest first, each into the first row that has room
  /// for it (first-fit decreasing).
  public static func pack(
    _ sequences: [[Float]], length: Int, value: Float = 0
  ) throws(EngineError) -> Packed {
    guard !sequences.isEmpty else { throw EngineError("pack_sequence needs a sequence") }
    guard length >= 1 else {
      throw EngineError("pack_sequence: length is \(length); a row has at least 1 element")
    }
    if let long = sequences.firstIndex(where: { $0.count > length }) {
      throw EngineError(
        "pack_sequence: sequence \(long) has \(sequences[long].count) elements, "
          + "a row has \(length)", hint: "take a larger length or cut it into windows")
    }
    let order = sequences.indices.filter { !sequences[$0].isEmpty }.sorted {
      (sequences[$1].count, $0) < (sequences[$0].count, $1)
    }
    var rows: [[Int]] = []
    var room: [Int] = []
    for index in order {
      if let row = room.firstIndex(where: { $0 >= sequences[index].count }) {
        rows[row].append(index)
        room[row] -= sequences[index].count
      } else {
        rows.append([index])
        room.append(length - sequences[index].count)
      }
    }
    let shape = Shape([rows.count, length])
    try Limits.check(shape, for: "pack_sequence")
    var values = [Float](repeating: value, count: shape.count)
    var segments = [Float](repeating: 0, count: shape.count)
    var positions = segments
    for (row, members) in rows.enumerated() {
      var place = row * length
      for (segment, index) in members.enumerated() {
        for (position, element) in sequences[index].enumerated() {
          values[place] = element
          segments[place] = Float(segment + 1)
          positions[place] = Float(position)
          place += 1
        }
      }
    }
    return Packed(
      values: Tensor(shape: shape, values: values),
      segments: Tensor(shape: shape, values: segments),
      positions: Tensor(shape: shape, values: positions))
  }
}
