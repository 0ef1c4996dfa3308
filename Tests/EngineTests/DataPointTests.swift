import Engine
import Foundation
import Testing

/// The generated sets of points, against their formulas by another mathematics library.
@Suite struct DataPointTests {
  private func make(
    _ name: String, n: Int, noise: Double, seed: UInt64 = 1
  ) throws(EngineError) -> Dataset {
    switch name {
    case "spiral": try SpiralData.make(n: n, noise: noise, seed: seed)
    case "moons": try MoonsData.make(n: n, noise: noise, seed: seed)
    case "circle": try CircleData.make(n: n, noise: noise, seed: seed)
    default: try GaussData.make(n: n, noise: noise, seed: seed)
    }
  }

  @Test(arguments: ["spiral", "moons", "circle", "gauss"])
  func everySetIsAFunctionOfItsSeed(_ name: String) throws {
    let data = try make(name, n: 100, noise: 0.1)
    #expect(data.name == name)
    #expect(data["x"]?.shape == [100, 2])
    #expect(data["y"]?.shape == [100])
    #expect(data["x"]?.values.allSatisfy(\.isFinite) == true)
    #expect(try data == make(name, n: 100, noise: 0.1))
    #expect(try data["x"] != make(name, n: 100, noise: 0.1, seed: 2)["x"])
  }

  @Test func classesShareThePointsEvenly() throws {
    let y = try #require(try SpiralData.make(n: 11, classes: 4)["y"])
    #expect(y.values == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3])
    #expect(try SpiralData.make().classNames == ["0", "1", "2"])
  }

  @Test func spiralsWind() throws {
    let x = try #require(try SpiralData.make(n: 30, classes: 3, noise: 0)["x"])
    for row in 0..<30 {
      let r = Double(row % 10) / 9
      let angle = 2 * Double.pi * Double(row / 10) / 3 + 4 * r
      #expect(abs(Double(x[row, 0]) - r * sin(angle)) < 1e-6)
      #expect(abs(Double(x[row, 1]) - r * cos(angle)) < 1e-6)
    }
  }

  @Test func noiseTurnsTheArmsAndKeepsTheRadius() throws {
    let x = try #require(try SpiralData.make(n: 3000, classes: 3, noise: 0.2)["x"])
    var squares = 0.0
    for row in 0..<3000 {
      let (first, second) = (Double(x[row, 0]), Double(x[row, 1]))
      let r = Double(row % 1000) / 999
      #expect(abs((first * first + second * second).squareRoot() - r) < 1e-6)
      guard r > 0 else { continue }
      let off = atan2(first, second) - (2 * Double.pi * Double(row / 1000) / 3 + 4 * r)
      let turned = remainder(off, 2 * Double.pi)
      squares += turned * turned
    }
    #expect(abs((squares / 2997).squareRoot() - 0.2) < 0.01)
  }

  @Test func moonsAndCirclesFollowTheirFormulas() throws {
    let moons = try #require(try MoonsData.make(n: 8, noise: 0)["x"])
    let circle = try #require(try CircleData.make(n: 8, noise: 0)["x"])
    for index in 0..<4 {
      let half = Double.pi * Double(index) / 3
      #expect(abs(Double(moons[index, 0]) - cos(half)) < 1e-6)
      #expect(abs(Double(moons[index, 1]) - sin(half)) < 1e-6)
      #expect(abs(Double(moons[index + 4, 0]) - (1 - cos(half))) < 1e-6)
      #expect(abs(Double(moons[index + 4, 1]) - (0.5 - sin(half))) < 1e-6)
      let turn = Double.pi * Double(index) / 2
      #expect(abs(Double(circle[index, 0]) - cos(turn)) < 1e-6)
      #expect(abs(Double(circle[index + 4, 1]) - sin(turn) / 2) < 1e-6)
    }
  }

  @Test func cloudsLieAroundTheirCentres() throws {
    let x = try #require(try GaussData.make(n: 4000, noise: 0.5)["x"])
    let first = x.values[..<4000].reduce(0, +) / 4000
    let second = x.values[4000...].reduce(0, +) / 4000
    #expect(abs(first - 1) < 0.05)
    #expect(abs(second + 1) < 0.05)
    let variance = x.values[..<4000].reduce(0) { $0 + ($1 - first) * ($1 - first) } / 4000
    #expect(abs(variance.squareRoot() - 0.5) < 0.02)
  }

  @Test func impossibleParameters() {
    func error(_ n: Int, _ classes: Int, _ noise: Double = 0) -> EngineError? {
      #expect(throws: EngineError.self) {
        try SpiralData.make(n: n, classes: classes, noise: noise)
      }
    }
    #expect(error(10, 1) == EngineError("spiral with classes=1: it has at least 2 classes"))
    #expect(
      error(2, 3) == EngineError("spiral with n=2: it has at least 1 point a class, so 3"))
    #expect(
      error(.max, 3)
        == EngineError("spiral with n=\(Int.max): it has at most 16777216 points"))
    for noise in [-0.1, .nan, .infinity, 1e7] {
      #expect(
        error(10, 3, noise)
          == EngineError("spiral with noise=\(noise): noise is between 0 and 1000000"))
    }
    let moons = #expect(throws: EngineError.self) { try MoonsData.make(n: 1) }
    #expect(moons == EngineError("moons with n=1: it has at least 1 point a class, so 2"))
  }

  @Test func descriptorsAreComplete() {
    let all = Entries.all.map(\.descriptor).filter { $0.kind == .dataset }
    #expect(all.count >= 23)
    #expect(Set(all.map(\.name)).count == all.count)
    for descriptor in all {
      #expect(descriptor.signature.hasPrefix(descriptor.name + "("))
      #expect(descriptor.summary.hasSuffix("."))
      #expect(!descriptor.example.isEmpty)
    }
  }
}
