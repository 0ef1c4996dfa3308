// Faulty scatter plots and questions about findings, for ErrorMessageTests.

extension ErrorSources {
  static let scatter = [
    "plot scatter([1, 2])",
    "plot scatter(3, [1])",
    "plot scatter([[1, 2], [3, 4]], [1, 2])",
    "plot scatter([1, 2, 3], [1, 2])",
    "plot scatter([1, 2], [1, 2], [1])",
    "plot scatter([1, 2], [1, 2], names=[\"a\"])",
    "plot scatter([1, 2], [1, 2], names=tanh)",
    "plot scatter([1, 2], [1, 2], vales=[1, 2])",
    "plot scatter([1, 2], [1, 2], [1, 2], [\"a\", \"b\"], 5)",
    "plot scatter([1, 2], [1, 2]) smooth=0.9",
    "plot scatter([1, 2], [1, 2]) x=epoch",
    "plot scatter([1, 2], [1, 2]) xscale=logarithmic",
    "plot scatter",
    "findings()",
    "findings(\"dead ReLU\")",
    "findings(\"a\", \"b\", \"c\")",
  ]
}
