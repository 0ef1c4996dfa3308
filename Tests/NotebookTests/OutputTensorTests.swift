import Notebook
import Testing

struct OutputTensorTests {
  func lines(_ name: String?, _ shape: [Int], _ values: [Float]) -> [String] {
    Output.tensor(TensorOutput(name: name, shape: shape, values: values)).recordedLines.map(\.text)
  }

  @Test func scalars() {
    #expect(lines("L", [], [0.693147]) == ["L = 0.6931"])
    #expect(lines(nil, [], [-0.0]) == ["0"])
    #expect(lines("L", [], [.nan]) == ["L = NaN"])
  }

  @Test func vectors() {
    #expect(lines("b", [3], [0.1, -2, 3.14159]) == ["b [3] = [0.1, -2, 3.142]"])
    #expect(lines(nil, [1], [7]) == ["tensor [1] = [7]"])
    #expect(lines("b", [0], []) == ["b [0] = []"])
    #expect(lines("z", [0, 3], []) == ["z [0, 3] = []"])
  }

  @Test func matricesAlignTheirPoints() {
    #expect(
      lines("x", [3, 2], [0, 12.5, -1.25, 3, 100, -0.5]) == [
        "x [3, 2] =",
        "[[  0   ,  12.5 ],",
        " [ -1.25,   3   ],",
        " [100   ,  -0.5 ]]",
      ])
  }

  @Test func exponentsAreSetFlushRight() {
    #expect(
      lines("g", [2, 2], [1e-7, 1, -2.5, .nan]) == [
        "g [2, 2] =", "[[1e-07,     1],", " [ -2.5,   NaN]]",
      ])
  }

  @Test func largeVectorsAreCutWithStatistics() {
    let values = (1...100).map(Float.init)
    // 1 + … + 100 = 5050; 1² + … + 100² = 338350, whose root is 581.6786.
    #expect(
      lines("v", [100], values) == [
        "v [100] = [1, 2, 3, 4, …, 97, 98, 99, 100]", "sum 5050  norm 581.6786",
      ])
  }

  @Test func largeMatricesAreCutBothWays() {
    let lines = lines("m", [20, 30], [Float](repeating: 1, count: 600))
    #expect(lines.count == 11)
    #expect(lines[1] == "[[1, 1, 1, 1, …, 1, 1, 1, 1],")
    #expect(lines[5] == " …,")
    #expect(lines[9] == " [1, 1, 1, 1, …, 1, 1, 1, 1]]")
    #expect(lines[10] == "sum 600  norm 24.494898")
  }

  @Test func aHiddenElementStillShows() {
    var values = [Float](repeating: 1, count: 600)
    let before = lines("m", [20, 30], values)
    values[310] = 1.001
    #expect(lines("m", [20, 30], values) != before)
  }

  @Test func higherRanksAreMatricesByPlace() {
    let values = (0..<8).map(Float.init)
    #expect(
      lines("s", [2, 2, 2], values) == [
        "s [2, 2, 2] =", "at [0]", "[[0, 1],", " [2, 3]]", "at [1]", "[[4, 5],", " [6, 7]]",
      ])
    let many = lines("s", [3, 2, 1, 1], [1, 2, 3, 4, 5, 6])
    #expect(
      many == [
        "s [3, 2, 1, 1] =", "at [0, 0]", "[[1]]", "at [0, 1]", "[[2]]", "…", "at [2, 0]", "[[5]]",
        "at [2, 1]", "[[6]]", "sum 21  norm 9.539392",
      ])
  }

  @Test func notANumberIsCounted() {
    var values = [Float](repeating: 1, count: 12)
    values[5] = .nan
    values[6] = -.infinity
    #expect(
      lines("v", [12], values)[1] == "sum 10  norm 3.1622777  NaN 1  Infinity 1")
  }

  @Test func wildShapesDoNotTrap() {
    #expect(lines("x", [2, 3], [1]) == ["x [1] = [1]"])
    #expect(lines("x", [-1], []) == ["x [0] = []"])
    #expect(lines("x", [Int.max, Int.max], [1, 2]) == ["x [2] = [1, 2]"])
    #expect(lines("x", [], []) == ["x [0] = []"])
    let deep = lines("x", [Int](repeating: 1, count: 5000), [1])
    #expect(deep.count == 3)
  }
}
