// `digits()`: handwritten digits of 8 × 8 pixels, decoded from `DigitsTable`.

/// 1,797 handwritten digits of 8 × 8 pixels.
public enum DigitsData {
  /// Who made the data, where it is from and under which licence.
  public static let attribution =
    "E. Alpaydin, C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine "
    + "Learning Repository, https://doi.org/10.24432/C50P49, CC BY 4.0"

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "digits", .dataset, signature: "digits()",
    summary: "1,797 handwritten digits of 8 × 8 pixels, from 0 (paper) to 1 (ink).",
    shapes: "x [1797, 64], y [1797]", source: attribution, example: "data = digits()")

  /// x `[1797, 64]` in sixteenths from 0 to 1, row by row from the top; y `[1797]`, the digit.
  public static func make() -> Dataset {
    let rows = DigitsTable.rows
    let bytes = UnsafeBufferPointer(
      start: DigitsTable.text.utf8Start, count: DigitsTable.text.utf8CodeUnitCount)
    precondition(bytes.count == rows * 66, "the table of digits is torn")
    let pixels = [Float](unsafeUninitializedCapacity: rows * 64) { pixels, count in
      for row in 0..<rows {
        for pixel in 0..<64 {
          let byte = bytes[row * 66 + pixel]
          let level = byte < 58 ? byte - 48 : byte - 87  // 0…9, then a…g for 10…16
          pixels[row * 64 + pixel] = Float(level) / 16
        }
      }
      count = rows * 64
    }
    let labels = (0..<rows).map { Float(bytes[$0 * 66 + 64] - 48) }
    return Dataset(
      name: "digits",
      columns: [
        DataColumn("x", Tensor(shape: [rows, 64], values: pixels)),
        DataColumn("y", Tensor(shape: [rows], values: labels)),
      ],
      classNames: (0..<10).map(String.init),
      featureNames: (0..<64).map { "pixel_\($0 / 8)_\($0 % 8)" }, attribution: attribution)
  }
}
