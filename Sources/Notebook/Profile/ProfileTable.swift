// Measured instructions as a table, added up or one by one, slowest first.

import Engine

struct ProfileTable {
  let output: TableOutput
  /// What the table leaves out, in words.
  let rest: String?

  private struct Row {
    var name: String
    var words: [String]
    var count = 0
    var seconds = 0.0
    var operations = 0
    var phases: [Phase: Double] = [:]
  }

  init(
    profile: Profile, program: Program, chosen: [Int], grouping: Profiling.Grouping, peak: Double
  ) {
    let total = profile.total
    let layers = program.layers
    var rows: [Row] = []
    var places: [String: Int] = [:]
    for index in chosen {
      let instruction = program.instructions[index]
      let shape = program.slots[instruction.output].shape
      let name: String
      switch grouping {
      case .instruction: name = instruction.path
      case .layer: name = layers[index]
      case .phase: name = instruction.phase.rawValue
      case .operation: name = instruction.operation.name
      }
      let place = grouping == .instruction ? nil : places[name]
      let words =
        grouping == .instruction
        ? [shape.description] : []
      if place == nil {
        places[name] = rows.count
        rows.append(Row(name: name, words: words))
      }
      let row = place ?? rows.count - 1
      rows[row].count += 1
      rows[row].seconds += profile.seconds[index]
      rows[row].operations += profile.operations[index]
      rows[row].phases[instruction.phase, default: 0] += profile.seconds[index]
    }
    // Equal times stay in the program's order.
    let sorted = rows.enumerated().sorted {
      ($1.element.seconds, $0.offset) < ($0.element.seconds, $1.offset)
    }.map(\.element)
    let shown = sorted.prefix(Profiling.limit)
    var header = [grouping.rawValue]
    switch grouping {
    case .instruction: header += ["shape"]
    case .layer: header += ["forward", "backward", "update"]
    case .phase, .operation: header += ["instructions"]
    }
    header += ["µs", "share", "kFLOP", "GFLOP/s", "peak"]
    output = TableOutput(
      header: header,
      rows: shown.map { row in
        var cells = [row.name]
        switch grouping {
        case .instruction: cells += row.words
        case .layer:
          cells += [
            MeasuredText.microseconds((row.phases[.forward] ?? 0) + (row.phases[.batch] ?? 0)),
            MeasuredText.microseconds(row.phases[.backward] ?? 0),
            MeasuredText.microseconds(row.phases[.update] ?? 0),
          ]
        case .phase, .operation: cells.append(String(row.count))
        }
        let rate = row.seconds > 0 ? Double(row.operations) / row.seconds : 0
        return cells + [
          MeasuredText.microseconds(row.seconds),
          MeasuredText.share(total > 0 ? row.seconds / total : 0),
          NumberText.short(Double(row.operations) / 1e3, digits: 4),
          NumberText.short(rate / 1e9, digits: 3),
          MeasuredText.share(peak > 0 ? rate / peak : 0),
        ]
      })
    let others = sorted.dropFirst(Profiling.limit)
    let time = others.reduce(0) { $0 + $1.seconds }
    rest =
      others.isEmpty
      ? nil
      : "and \(others.count) more: \(MeasuredText.microseconds(time)) µs, "
        + MeasuredText.share(total > 0 ? time / total : 0)
  }
}

/// Measured numbers as text.
enum MeasuredText {
  static func microseconds(_ seconds: Double) -> String {
    NumberText.short(seconds * 1e6, digits: 3)
  }

  /// `420 µs`, `1.3 ms`, `2.1 s`
  static func seconds(_ seconds: Double) -> String {
    if seconds >= 1 { return NumberText.short(seconds, digits: 3) + " s" }
    if seconds >= 1e-3 { return NumberText.short(seconds * 1e3, digits: 3) + " ms" }
    return microseconds(seconds) + " µs"
  }

  /// `12.5%`
  static func share(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    let tenths = (share * 1000).rounded() / 10
    return NumberText.short(tenths, digits: 3) + "%"
  }

  /// `1.2M`
  static func count(_ count: Int) -> String {
    let number = Double(count)
    for (limit, sign) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")] where number >= limit {
      let unit = sign == "k" ? 1e3 : limit
      return NumberText.short(number / unit, digits: 3) + sign
    }
    return String(count)
  }

  /// `12.5 GFLOP/s`
  static func rate(_ rate: Double) -> String {
    NumberText.short(rate / 1e9, digits: 3) + " GFLOP/s"
  }
}
