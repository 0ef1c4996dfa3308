// plot gates(lstm): what the gates of an LSTM or GRU do over time.

import Engine
import Language

/// A strip a gate: units by time.
public struct GateStrips: Hashable, Sendable {
  public struct Strip: Hashable, Sendable {
    /// `f  forget`
    public var name: String
    /// In formulas and names: `f`.
    public var symbol: String
    /// Row-major, `units × times`.
    public var values: [Float]
    /// −1…1 for what passes tanh, 0…1 for gates.
    public var isSigned: Bool
  }

  public var name: String
  /// The units shown are the first of so many.
  public var units: Int
  public var allUnits: Int
  /// The labels of the time steps shown, the first of so many.
  public var times: [String]
  public var allTimes: Int
  public var strips: [Strip]
}

enum GatesPlot {
  static let entry = PlotEntry(
    "gates(lstm)",
    summary: "The gates, the cell and the state of an LSTM or GRU over time, a strip each, for "
      + "the first sequence.",
    formula: "c = f ⊙ c + i ⊙ g, h = o ⊙ tanh(c)", source: "Hochreiter & Schmidhuber 1997",
    example: "memory = lstm(3)\ny, h, c = memory([[1, 2], [3, 4]])\nplot gates(memory)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    let look = try RecurrentLook(expression, "gates", notebook)
    let kinds: [(String, String, Bool)]
    switch look.layer.cell {
    case .lstm:
      kinds = [
        ("f", "forget gate", false), ("i", "input gate", false), ("o", "output gate", false),
        ("g", "candidate", true), ("c", "cell", true), ("h", "hidden state", true),
      ]
    case .gru:
      kinds = [
        ("r", "reset gate", false), ("z", "update gate", false), ("n", "candidate", true),
        ("h", "hidden state", true),
      ]
    case .rnn:
      throw Diagnostic(
        "an rnn has no gates", at: expression.range, hint: "plot unrolled(\(look.name))")
    }
    let labels = look.labels(notebook)
    let title = call.text
    let latest = Latest()
    return PlotRequest(title) { notebook in
      if let strips = picture(look, kinds, labels, notebook) {
        latest.plot = PlotOutput(title: title, content: .gates(strips))
      }
      return latest.plot
    }
  }

  private final class Latest {
    var plot: PlotOutput?
  }

  /// Numbers of one strip at most, and time steps.
  private static let mostNumbers = 2048
  private static let mostTimes = 64

  private static func picture(
    _ look: RecurrentLook, _ kinds: [(String, String, Bool)], _ labels: [String],
    _ notebook: Notebook
  ) -> GateStrips? {
    let times = min(look.count, mostTimes)
    let units = min(look.layer.hidden, max(1, mostNumbers / max(1, times)))
    let nodes = kinds.flatMap { (look.steps[$0.0] ?? []).prefix(times) }
    guard times > 0, nodes.count == times * kinds.count else { return nil }
    let tensors = notebook.look(at: nodes.map(Optional.some))
    var strips: [GateStrips.Strip] = []
    for (index, kind) in kinds.enumerated() {
      let own = tensors[index * times..<(index + 1) * times].compactMap { $0 }
      guard own.count == times, own.allSatisfy({ $0.count >= units }) else { return nil }
      strips.append(
        .init(
          name: "\(kind.0)  \(kind.1)", symbol: kind.0,
          values: (0..<units).flatMap { unit in own.map { $0.values[unit] } }, isSigned: kind.2))
    }
    return GateStrips(
      name: look.name, units: units, allUnits: look.layer.hidden,
      times: Array(labels.prefix(times)), allTimes: look.count, strips: strips)
  }
}

extension PlotText {
  /// A line a gate: its mean over the units at every time.
  static func gates(_ title: String, _ gates: GateStrips) -> [String] {
    var first = "\(title): \(gates.strips.count) strips, "
    first +=
      gates.units < gates.allUnits
      ? "the first \(gates.units) of \(gates.allUnits) units"
      : "\(gates.units) unit\(gates.units == 1 ? "" : "s")"
    first +=
      " × \(gates.times.count)"
      + (gates.times.count < gates.allTimes ? " of \(gates.allTimes)" : "") + " time steps"
    let width = gates.strips.map { VisibleText.width($0.name) }.max() ?? 0
    let times = TensorText.Positions(gates.times.count)
    return [first + "; the means over the units are"]
      + gates.strips.map { strip in
        let parts = times.indices.map { time -> String in
          guard let time else { return "…" }
          var sum = 0.0
          for unit in 0..<gates.units {
            sum += Double(strip.values[unit * gates.times.count + time])
          }
          return "\(gates.times[time]) \(NumberText.short(Float(sum / Double(gates.units))))"
        }
        return VisibleText.line(
          "  \(VisibleText.padded(strip.name, to: width))  " + parts.joined(separator: "  "))
      }
  }
}

extension PlotJSON {
  static func gates(_ gates: GateStrips) -> [JSONValue.Member] {
    let strips = gates.strips.map { strip in
      JSONValue.object([
        .init("name", .string(strip.name)), .init("symbol", .string(strip.symbol)),
        .init("values", .floats(strip.values)),
      ])
    }
    return [
      .init("name", .string(gates.name)), .init("units", .integer(gates.units)),
      .init("all_units", .integer(gates.allUnits)), .init("times", .strings(gates.times)),
      .init("all_times", .integer(gates.allTimes)), .init("strips", .array(strips)),
    ]
  }
}
