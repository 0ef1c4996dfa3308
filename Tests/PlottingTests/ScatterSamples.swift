// Samples and hostile data of the scatter plot.

import Plotting
import Screen
import TestSupport

extension Samples {
  private static func trial(_ index: Int) -> ScatterPoint {
    let x = Double((index * 5) % 12) / 4 + 0.1
    let y = Double((index * 7) % 12) - 4
    return ScatterPoint(x: x, y: y, value: index == 5 ? .nan : Double(index % 6))
  }

  private static let lost: [ScatterPoint] = [
    ScatterPoint(x: .nan, y: 1, value: 2), ScatterPoint(x: 0.1, y: -4, value: 0),
  ]

  static let scatter = ScatterChart(
    title: "scatter(rates, scores, decays)", xName: "rates", yName: "scores", valueName: "decays",
    points: (0..<12).map(trial) + lost, selected: 3)

  static let logarithmicScatter = ScatterChart(
    title: "scatter(rates, scores)", xName: "rates", yName: "scores",
    points: [
      ScatterPoint(x: 0.001, y: 2.3), ScatterPoint(x: 0.01, y: 2.2), ScatterPoint(x: 0.1, y: 1.1),
      ScatterPoint(x: 1, y: 0.2), ScatterPoint(x: 10, y: 300), ScatterPoint(x: 0, y: 1),
    ], xScale: .log10, yScale: .log10)

  static let scatters: [(name: String, chart: any Chart)] = [
    ("scatter", scatter), ("scatter log", logarithmicScatter),
  ]
}

extension HostileTests {
  static func scatters(seed: UInt64) -> [any Chart] {
    var random = SplitMix(seed: seed &+ 2000)
    func number() -> Double { numbers.randomElement(using: &random) ?? 0 }
    func text() -> String {
      ["", "a", "猫猫猫", "\u{301}e", "\u{1B}[2J", "\n", "long name of a thing", "İşğ"]
        .randomElement(using: &random) ?? ""
    }
    let kinds: [Scale.Kind] = [.linear, .log10]
    return (0..<4).map { _ in
      ScatterChart(
        title: text(), xName: text(), yName: text(), valueName: text(),
        points: (0..<([0, 1, 2, 30, 150].randomElement(using: &random) ?? 0)).map { _ in
          ScatterPoint(x: number(), y: number(), value: number())
        }, xScale: kinds.randomElement(using: &random) ?? .linear,
        yScale: kinds.randomElement(using: &random) ?? .linear,
        selected: [nil, 0, 5, -1, Int.max, Int.min].randomElement(using: &random) ?? nil)
    }
  }
}
