// What breakpoints cost a training step, measured in whole notebooks as people use them.

import Notebook

enum Stopping {
  /// Each with the commands that set it; none of them stops.
  static let kinds: [(name: String, commands: [String])] = [
    ("none, one deleted before", ["break at L", "delete"]),
    ("one disabled", ["break at L", "disable"]),
    ("break at", ["break at L", "ignore 1 1000000000"]),
    ("break when", ["break when norm(net.0.weight.grad) < 0"]),
    ("watch", ["watch net.2.bias[0]", "ignore 1 1000000000"]),
    ("break nan", ["break nan"]),
  ]

  static let programs: [(name: String, lines: [String])] = [
    (
      "xor",
      [
        "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "net = dense(8) | tanh | dense(1) | sigmoid",
        "L = binary_cross_entropy(net(x), [[0], [1], [1], [0]])",
      ]
    ),
    (
      "digits",
      [
        "x, y = batch(digits(), 64)", "net = dense(128) | relu | dense(10)",
        "L = cross_entropy(net(x), y)",
      ]
    ),
  ]

  /// Seconds a step without breakpoints, and the share of it that each kind adds, by blocks of
  /// steps with and without in turn.
  static func cost(of lines: [String], seconds: Double) -> (step: Double, shares: [Double]) {
    let notebook = Notebook()
    for line in lines + ["train L with adam(lr=1e-4) steps=10"] { notebook.apply(line) }
    func time(_ steps: Int) -> Double {
      let start = now()
      notebook.apply("train \(steps)")
      return now() - start
    }
    var steps = 16
    while time(steps) < seconds / 100 { steps *= 2 }
    var plain: [Double] = []
    let shares = kinds.map { _, commands in
      var ratios: [Double] = []
      let start = now()
      while now() - start < seconds / 2 || ratios.count < 5 {
        let without = time(steps)
        for command in commands { notebook.apply(command) }
        // What is read is brought to where it can be read once.
        _ = time(2)
        ratios.append(time(steps) / without)
        notebook.apply("delete")
        _ = time(2)
        plain.append(without / Double(steps))
      }
      return ratios.sorted()[ratios.count / 2] - 1
    }
    return (plain.sorted()[plain.count / 2], shares)
  }
}
