// A matrix below a line of a session: numbers where all of them fit, else shades.

import Plotting
import Screen
import Testing

struct MatrixShadesTests {
  static func matrix(_ rows: Int, _ columns: Int, of shape: [Int]? = nil) -> MatrixChart {
    MatrixChart(
      name: "w", shape: shape, rows: rows, columns: columns,
      values: (0..<rows * columns).map { Double($0 % 7) / 4 - 0.5 })
  }

  @Test func numbersThatFitStayNumbers() {
    #expect(Self.matrix(8, 10).shades(columns: 80, rows: 12, appearance: .standard) == nil)
    #expect(Self.matrix(1, 600).shades(columns: 80, rows: 3, appearance: .standard) == nil)
    // Without colours shades say less than a corner of the numbers.
    #expect(Self.matrix(40, 60).shades(columns: 80, rows: 24, appearance: .mono) == nil)
  }

  @Test func shadesShowTheWholeMatrix() throws {
    let map = try #require(
      Self.matrix(40, 60).shades(columns: 80, rows: 24, appearance: .standard))
    let lines = map.lines(columns: 80, rows: 22, appearance: .standard)
    #expect(lines[0].hasPrefix("w [40, 60]"))
    #expect(lines[0].hasSuffix("-1..1"), "\(lines[0])")
    #expect(lines.count { $0.hasPrefix(String(repeating: "▀", count: 60)) } == 20)
  }

  @Test func aCornerSaysThatItIsOne() throws {
    let map = try #require(
      Self.matrix(4, 64, of: [4, 300]).shades(columns: 80, rows: 8, appearance: .standard))
    #expect(map.title == "w [4, 300] (first 4×64)")
  }
}
