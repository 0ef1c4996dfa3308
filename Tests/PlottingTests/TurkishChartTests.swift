// Charts on a Turkish screen: every word that stands in the English and in the Turkish chart is a
// name of the sample, or one of those that both languages have.

import Plotting
import Screen
import Testing
import Translation

@Suite struct TurkishChartTests {
  static let turkish = Appearance(language: .turkish)

  private func words(_ lines: [String]) -> Set<String> {
    Set(
      lines.flatMap { $0.split { !($0.isLetter || $0.isNumber || "._[]′".contains($0)) } }
        .filter { $0.count > 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
        // The paths of a contour are drawn with letters.
        .filter { !$0.allSatisfy("aAbBcS".contains) }.map(String.init))
  }

  @Test(arguments: Samples.all.indices) func wordsAreTurkish(_ index: Int) {
    let (name, chart) = Samples.all[index]
    for (columns, rows) in [(120, 40), (80, 24), (60, 12), (24, 6)] {
      let english = chart.lines(columns: columns, rows: rows, appearance: .standard)
      let turkish = chart.lines(columns: columns, rows: rows, appearance: Self.turkish)
      let left = words(english).intersection(words(turkish)).subtracting(Self.names)
      #expect(left.isEmpty, "\(name): \(left.sorted())\n\(turkish.joined(separator: "\n"))")
      for line in turkish { #expect(DisplayWidth.of(line) <= columns) }
    }
  }

  /// Heads of the columns of scores do not touch; one that is too wide ends in a point.
  @Test func headsOfAConfusionMatrixAreApart() {
    let chart = ConfusionChart(
      title: "confusion(net)", classes: ["0", "1", "2"], counts: [9, 1, 0, 0, 8, 2, 1, 0, 9])
    for columns in [48, 60, 80] {
      let lines = chart.lines(columns: columns, rows: 10, appearance: Self.turkish)
      let head = lines[1].split(separator: " ").suffix(4)
      #expect(Array(head) == ["n", "kesinlik", "duyar.", "F1"], "\(lines)")
      let worst = lines.first { $0.hasPrefix("en kötü") } ?? ""
      #expect(worst.hasPrefix("en kötü 1→2 2/10 (% 20.0)"), "\(lines)")
      let english = chart.lines(columns: columns, rows: 10, appearance: .standard)[1]
      #expect(english.split(separator: " ").suffix(4) == ["n", "precision", "recall", "F1"])
    }
  }

  /// Names of the samples' series, classes, tokens and layers; words of both languages.
  static let names: Set<String> = [
    // Titles and names of series, layers and classes.
    "loss", "train", "valid", "holes", "relu", "emb", "dead", "head", "map", "weights", "xor",
    "lost",
    "still", "from", "zero", "net", "bptt", "activations", "pending", "pendi", "gradients", "wide",
    "accuracy", "step", "variance", "images", "filters", "low", "neurons", "confusion", "setosa",
    "seto", "set",
    "versicolor", "vers", "ver", "virginica", "virg", "vir", "next", "temp", "temperature", "text",
    "contour", "adam", "sgd", "three", "one", "rates", "decays", "scatter", "scores", "dense",
    "graph", "rows", "right", "rnn", "mean", "sub", "tanh", "deep", "unrolled", "gates", "lstm",
    "layers", "data", "unit",
    // Tokens and words.
    "cat", "sat", "the", "man", "words", "woman", "king", "queen", "tokens", "The", "village",
    "quiet", "between", "lies",
    // The columns of a table.
    "name", "shape", "share", "very", "layer", "long", "parameters", "lay", "sha", "yer",
    // The same in both languages.
    "NaN", "inf", "log", "std",
  ]
}
