extension ErrorSources {
  private static let run = "w = param([2, 3])\nh = w ** 2\nL = mean(h)\ntrain L with sgd steps=0\n"

  /// Mistakes in reading the program and in changing it.
  static let reading = [
    run + "list M",
    run + "list hh",
    run + "list 0",
    run + "list 99",
    run + "list 1.5",
    run + "list 3 + 4",
    run + "print w at 3",
    run + "print w at [2, 0]",
    run + "print w at [0, 0.5]",
    run + "print w at",
    run + "print w where",
    run + "print w where [1, 2]",
    run + "print dense where 1",
    run + "print w at [0, 0] at [0, 1]",
    run + "step\nprint L",
    run + "step\nprint w.grad",
    run + "step\nset L = 3",
    run + "forward\nset w.grad = 3",
    run + "set h = 3",
    run + "forward\nset h = [1, 2]",
    run + "forward\nset h[5] = 1",
    run + "set w *=",
    run + "set w **= 2",
    run + "set w * = 2",
    run + "set w[0] /= \"a\"",
    run + "set w[w > 0] = [1, 2, 3, 4, 5, 6, 7]",
    run + "set w[[0, 1]] = 3",
  ]
}
