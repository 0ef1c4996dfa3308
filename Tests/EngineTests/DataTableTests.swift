import Engine
import Testing

/// Wine and breast cancer against sums counted from scikit-learn's copy.
@Suite struct DataTableTests {
  /// Σ value · (column + 1) · (row mod 97 + 1)
  private func checksum(_ x: Tensor) -> Double {
    var sum = 0.0
    for row in 0..<x.shape[0] {
      for column in 0..<x.shape[1] {
        sum += Double(x[row, column]) * Double(column + 1) * Double(row % 97 + 1)
      }
    }
    return sum
  }

  private func counts(_ y: Tensor, _ classes: Int) -> [Int] {
    (0..<classes).map { label in y.values.count { $0 == Float(label) } }
  }

  @Test func wine() throws {
    let data = WineData.make()
    let x = try #require(data["x"])
    #expect(x.shape == [178, 13])
    #expect(Array(x.values[..<3]) == [14.23, 1.71, 2.43])
    #expect(Array(x.values.suffix(3)) == [0.61, 1.6, 560])
    #expect(abs(checksum(x) / 79010909.18524995 - 1) < 1e-7)
    #expect(counts(try #require(data["y"]), 3) == [59, 71, 48])
    #expect(data.featureNames?.count == 13)
    #expect(data.attribution.hasSuffix("https://doi.org/10.24432/C5PC7J, CC BY 4.0"))
  }

  @Test func breastCancer() throws {
    let data = BreastCancerData.make()
    let x = try #require(data["x"])
    #expect(x.shape == [569, 30])
    #expect(Array(x.values[..<3]) == [17.99, 10.38, 122.8])
    #expect(Array(x.values.suffix(3)) == [0, 0.2871, 0.07039])
    #expect(abs(checksum(x) / 766690177.2121603 - 1) < 1e-7)
    #expect(counts(try #require(data["y"]), 2) == [212, 357])
    #expect(data.classNames == ["malignant", "benign"])
    #expect(data.featureNames?[0] == "mean radius")
    #expect(data.featureNames?[29] == "worst fractal dimension")
    #expect(data.attribution.hasSuffix("https://doi.org/10.24432/C5DW2B, CC BY 4.0"))
  }
}
