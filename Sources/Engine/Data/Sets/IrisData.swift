// `iris()`: Fisher's flowers, decoded from `IrisTable`.

/// 150 iris flowers of three species, four lengths each.
public enum IrisData {
  /// Who made the data, where it is from and under which licence.
  public static let attribution =
    "R. A. Fisher (1936), Iris, UCI Machine Learning Repository, "
    + "https://doi.org/10.24432/C56C76, CC BY 4.0"

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "iris", .dataset, signature: "iris()",
    summary: "150 iris flowers of three species: length and width of sepal and petal in cm.",
    shapes: "x [150, 4], y [150]", source: attribution, example: "data = iris()")

  /// x `[150, 4]` in centimetres; y `[150]`, the species.
  public static func make() -> Dataset {
    let rows = IrisTable.rows
    let bytes = UnsafeBufferPointer(
      start: IrisTable.text.utf8Start, count: IrisTable.text.utf8CodeUnitCount)
    precondition(bytes.count == rows * 10, "the table of flowers is torn")
    var lengths: [Float] = []
    var species: [Float] = []
    for row in 0..<rows {
      for feature in 0..<4 {
        let place = row * 10 + feature * 2
        let millimetres = (bytes[place] - 48) * 10 + bytes[place + 1] - 48
        lengths.append(Float(millimetres) / 10)
      }
      species.append(Float(bytes[row * 10 + 8] - 48))
    }
    return Dataset(
      name: "iris",
      columns: [
        DataColumn("x", Tensor(shape: [rows, 4], values: lengths)),
        DataColumn("y", Tensor(shape: [rows], values: species)),
      ],
      classNames: ["setosa", "versicolor", "virginica"],
      featureNames: ["sepal_length", "sepal_width", "petal_length", "petal_width"],
      attribution: attribution)
  }
}
