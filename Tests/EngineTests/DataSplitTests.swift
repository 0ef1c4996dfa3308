import Engine
import Testing

/// Parts of a data set: disjoint, covering, of the right sizes.
@Suite struct DataSplitTests {
  /// A set whose x is the number of its row.
  private func numbered(_ rows: Int) -> Dataset {
    Dataset(
      name: "numbers",
      columns: [DataColumn("x", Tensor(shape: [rows], values: (0..<rows).map(Float.init)))],
      classNames: ["a"], attribution: "me")
  }

  private func sizes(_ rows: Int, _ fractions: Double...) throws -> [Int] {
    try numbered(rows).split(fractions, seed: 1).map(\.rows)
  }

  @Test func partsAreDisjointAndCoverAll() throws {
    let parts = try numbered(1797).split([0.8, 0.1, 0.1], seed: 42)
    #expect(parts.map(\.rows) == [1437, 180, 180])
    let all = parts.flatMap { $0["x"]?.values ?? [] }
    #expect(all.sorted() == (0..<1797).map(Float.init))
    #expect(all != all.sorted())
    #expect(parts.map(\.name)[1] == "numbers part 2 of 3")
    #expect(parts[2].classNames == ["a"])
    #expect(parts[2].attribution == "me")
  }

  @Test func theSeedDecides() throws {
    let data = numbered(50)
    #expect(try data.split([0.5], seed: 1) == data.split([0.5], seed: 1))
    #expect(try data.split([0.5], seed: 1) != data.split([0.5], seed: 2))
  }

  @Test func sizesAreRoundedByTheLargestRemainder() throws {
    #expect(try sizes(10, 0.8, 0.1, 0.1) == [8, 1, 1])
    #expect(try sizes(150, 0.7, 0.15, 0.15) == [105, 23, 22])
    #expect(try sizes(10, 1 / 3, 1 / 3, 1 / 3) == [4, 3, 3])
    #expect(try sizes(7, 0.5, 0.5) == [4, 3])
    #expect(try sizes(10, 0.25) == [3, 7])
    #expect(try sizes(10, 0.5, 0.2) == [5, 2])
    for rows in 3...200 {
      #expect(try sizes(rows, 0.34, 0.33, 0.33).reduce(0, +) == rows)
    }
  }

  @Test func rows() throws {
    // Rows keep their columns together.
    let parts = try DigitsData.make().split([0.9], seed: 3)
    #expect(parts.map { $0["x"]?.shape } == [[1617, 64], [180, 64]])
    #expect(parts.map { $0["y"]?.shape } == [[1617], [180]])
  }

  @Test func impossibleFractions() {
    func error(_ fractions: [Double], rows: Int = 10) -> EngineError? {
      #expect(throws: EngineError.self) { try numbered(rows).split(fractions, seed: 1) }
    }
    #expect(
      error([])
        == EngineError("split needs the fractions of its parts", hint: "split(data, 0.8, 0.2)"))
    #expect(error([0.5, 0]) == EngineError("split into 0.0: a fraction is more than 0"))
    #expect(error([0.5, -0.5]) == EngineError("split into -0.5: a fraction is more than 0"))
    #expect(error([.nan]) == EngineError("split into nan: a fraction is more than 0"))
    #expect(
      error([0.8, 0.3])
        == EngineError("the fractions of split add up to 1.1, which is more than 1"))
    #expect(
      error([.infinity])
        == EngineError("the fractions of split add up to inf, which is more than 1"))
    #expect(
      error([1])
        == EngineError("split into 1.0 leaves no rest", hint: "take a fraction below 1"))
    #expect(
      error([0.8, 0.1, 0.1], rows: 4)
        == EngineError(
          "4 rows are too few: part 3 of the split would be empty",
          hint: "use fewer parts or a larger fraction"))
    #expect(
      error([1e-300, 1e-300])?.message
        == "10 rows are too few: part 1 of the split would be empty")
    #expect(
      error([0.5], rows: 0)?.message
        == "0 rows are too few: part 1 of the split would be empty")
  }
}
