// Mistakes with explain and predict.

extension ErrorSources {
  private static let run =
    "x = [[1, 2], [3, 4]]\nw = param([2, 3])\nz = x @ w\nL = mean(z ** 2)\n"
    + "train L with adam(lr=0.1) steps=0\n"

  static let explaining = [
    "explain", "explain nothing", "explain tanh", "explain \"text\"",
    "x = [[1, 2], [3, 4]]\nexplain x",
    "x = [[1, 2], [3, 4]]\nexplain x[0]",
    "x = [[1, 2], [3, 4]]\nexplain x[0, 2]",
    "x = [[1, 2], [3, 4]]\nexplain x[-3, 0]",
    "x = [[1, 2], [3, 4]]\nexplain x[0, 0.5]",
    "x = [[1, 2], [3, 4]]\nexplain x[0, :]",
    "x = [[1, 2], [3, 4]]\nexplain x[0, 0, 0]",
    "x = [1, 2]\nL = sum(x)\nexplain L[0]",
    "w = param([2])\nexplain w.grad[0]",
    run + "explain w.exp_avg[0]",
    run + "explain w.exp_avg[2, 0]",
    run + "explain w.delta[0, 3]",
    run + "explain w.exp_agv[0, 0]",
    run + "explain L.squre[0, 0]",
    "predict", "predict x", "predict nothing = 3", "x = [1, 2]\npredict x = nothing",
    "x = [1, 2]\npredict x = 3", "x = [1, 2]\npredict x[0] = [1, 2]",
    "x = [1, 2]\npredict x[2] = 1", "x = [1, 2]\npredict x[0] = \"a\"",
    "x = [[1, 2], [3, 4]]\npredict x[2] = [1, 2]",
    "x = [[1, 2], [3, 4]]\npredict x[0, 0, 0] = 1",
    "x = zeros([200, 100])\npredict x = x",
  ]
}
