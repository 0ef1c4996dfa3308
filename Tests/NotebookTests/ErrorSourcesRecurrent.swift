// Faulty lines about recurrent networks and what is written out, for ErrorMessageTests.

extension ErrorSources {
  private static let run =
    "w = param([1, 1], init=ones)\na = w * 1\nb = tanh(a)\nL = sum(b)\n"
    + "train L with sgd(lr=0.1) steps=0\n"

  static let recurrent = [
    run + "plot bptt([])",
    run + "plot bptt([a, 3])",
    run + "plot bptt([[a], b])",
    run + "plot bptt([[a], []])",
    run + "plot bptt([w * 2, w * 3])",
    "plot bptt([zeros([1, 1])])",
    run + "plot bptt(w)",
    "net = rnn(2)\ny, h = net([[1], [2]])\nnet.l0.t7.h",
    "net = rnn(2)\ny, h = net([[1], [2]])\nnet.l1.t0.h",
    "conv2d(2, 3, kernel_mask=[[1, 0], [1, 0]])",
    "conv1d(2, 3, kernel_mask=\"A\")",
    "conv1d(2, 3, kernel_mask=[1, \"a\", 0])",
    "w = param([3])\nconv1d(2, 3, kernel_mask=w)",
    "conv1d(2, 3, kernel_mask=[[1, 1, 0], [1]])",
    "encode(3, \"a\")",
    "encode([1, 2], \"a\")",
    "generate(dense(2), \"a\", tokens=[1, 2])",
  ]
}
