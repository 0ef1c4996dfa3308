// Tables of measurements that ship with the engine: rows of whole numbers in the program's text,
// decoded when a set is asked for.

enum NumberTable {
  /// Features `[rows, decimals.count]` and classes `[rows]`.
  ///
  /// - Parameter decimals: how many digits of each column stand after the point.
  static func decoded(
    _ text: StaticString, rows: Int, decimals: [Int]
  ) -> (x: Tensor, y: Tensor) {
    let scales = decimals.map { (0..<$0).reduce(1.0) { scale, _ in scale * 10 } }
    var x: [Float] = []
    var y: [Float] = []
    x.reserveCapacity(rows * decimals.count)
    y.reserveCapacity(rows)
    text.withUTF8Buffer { bytes in
      var number = 0
      var column = 0
      func endNumber() {
        if column < scales.count {
          x.append(Float(Double(number) / scales[column]))
        } else {
          y.append(Float(number))
        }
        number = 0
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: " "):
          endNumber()
          column += 1
        case UInt8(ascii: "\n"):
          endNumber()
          column = 0
        default: number = number * 10 + Int(byte) - 48
        }
      }
      endNumber()
    }
    precondition(y.count == rows && x.count == rows * decimals.count, "a table is torn")
    return (
      Tensor(shape: [rows, decimals.count], values: x), Tensor(shape: [rows], values: y)
    )
  }
}
