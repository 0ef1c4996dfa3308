import Engine
import Testing

/// The sets that ship with the program, against numbers counted in the original files.
@Suite struct DataSetTests {
  @Test func xorHasFourRows() {
    let data = XorData.make()
    #expect(data.name == "xor")
    #expect(data.rows == 4)
    #expect(data["x"] == Tensor(shape: [4, 2], values: [0, 0, 0, 1, 1, 0, 1, 1]))
    #expect(data["y"] == Tensor(shape: [4, 1], values: [0, 1, 1, 0]))
    #expect(data["z"] == nil)
  }

  @Test func digitsAreThoseOfTheOriginalFile() throws {
    let data = DigitsData.make()
    let x = try #require(data["x"])
    let y = try #require(data["y"])
    #expect(x.shape == [1797, 64])
    #expect(y.shape == [1797])
    let pixels = x.values.map { Int($0 * 16) }
    #expect(Set(pixels) == Set(0...16))
    #expect(pixels.reduce(0, +) == 561_718)
    #expect(
      (0..<5).map { pixels[$0 * 64..<$0 * 64 + 64].reduce(0, +) } == [294, 313, 344, 267, 258])
    #expect(Array(pixels[..<16]) == [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0])
    #expect(pixels.suffix(64).reduce(0, +) == 392)
    #expect(y[0] == 0)
    #expect(y[1796] == 8)
    let labels = y.values.map { Int($0) }
    #expect(
      (0..<10).map { digit in labels.count { $0 == digit } }
        == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    // Σ value · (column + 1) · (row mod 97 + 1), labels as column 64, counted in the file.
    var checksum = 0
    for row in 0..<1797 {
      for column in 0..<65 {
        let value = column < 64 ? pixels[row * 64 + column] : labels[row]
        checksum += value * (column + 1) * (row % 97 + 1)
      }
    }
    #expect(checksum == 905_525_126)
    #expect(data.classNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(data.featureNames?.count == 64)
    #expect(data.featureNames?[9] == "pixel_1_1")
    #expect(data.attribution.hasSuffix("https://doi.org/10.24432/C50P49, CC BY 4.0"))
  }

  @Test func irisIsThatOfTheOriginalFile() throws {
    let data = IrisData.make()
    let x = try #require(data["x"])
    let y = try #require(data["y"])
    #expect(x.shape == [150, 4])
    let sums = (0..<4).map { feature in
      (0..<150).reduce(0) { $0 + Int((x[$1, feature] * 10).rounded()) }
    }
    #expect(sums == [8765, 4586, 5637, 1799])
    #expect(Array(x.values[..<4]) == [5.1, 3.5, 1.4, 0.2])
    #expect(Array(x.values.suffix(4)) == [5.9, 3.0, 5.1, 1.8])
    #expect(y.values == [0, 1, 2].flatMap { Array(repeating: Float($0), count: 50) })
    #expect(data.classNames == ["setosa", "versicolor", "virginica"])
    #expect(data.attribution.hasSuffix("https://doi.org/10.24432/C56C76, CC BY 4.0"))
  }

  @Test func subsetTakesRowsInTheirOrder() {
    let part = XorData.make().subset(rows: [3, 0, 3], name: "part")
    #expect(part.name == "part")
    #expect(part["x"] == Tensor(shape: [3, 2], values: [1, 1, 0, 0, 1, 1]))
    #expect(part["y"] == Tensor(shape: [3, 1], values: [0, 0, 0]))
    #expect(XorData.make().subset(rows: [], name: "none")["x"]?.shape == [0, 2])
  }

  @Test func columnsCopyRowsIntoABatch() {
    let column = XorData.make().columns[0]
    var batch = [Float](repeating: -1, count: 5)
    batch.withUnsafeMutableBufferPointer { column.copy(rows: [2, 1], to: $0) }
    #expect(batch == [1, 0, 0, 1, -1])
    #expect(column.rowShape == [2])
  }
}
