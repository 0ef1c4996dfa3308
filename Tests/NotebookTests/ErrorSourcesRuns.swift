// Faulty choices of runs, for ErrorMessageTests.

extension ErrorSources {
  private static let two =
    "w = param([2])\nA = mean(w ** 2)\nB = mean((w - 1) ** 2)\n"
    + "train A with sgd(lr=0.1) steps=2\ntrain B with adam(lr=0.1) steps=2\n"

  static let runs = [
    "plot runs(1)",
    "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=0\nplot runs(1)",
    "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=0\nplot runs",
    "plot probabilities([0 / 0, 1])",
    two + "plot runs(3)",
    two + "plot runs(0)",
    two + "plot runs(1.5)",
    two + "plot runs(A, Q)",
    two + "plot runs(adm)",
    two + "plot runs(\"adam(lr=0.2)\")",
    two + "plot runs(first=1)",
    two + "plot runs A",
    two + "plot profiles(7)",
    two + "runs 3",
    "t = tokens(\"a b\")\nnet = embedding(2, 4) | dense(2)\ngenerate(net)",
    "t = tokens(\"a b\")\nnet = embedding(2, 4) | dense(2)\n"
      + "generate(net, \"a\", 2, 1, none, none, false, 8, 5)",
  ]
}
