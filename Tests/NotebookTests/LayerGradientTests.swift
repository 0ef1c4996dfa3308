// `net.2.grad`: the gradient that the program calls by a layer's name.

import Testing

@testable import Notebook

struct LayerGradientTests {
  private static let trained = """
    x = [[0, 0], [0, 1], [1, 0], [1, 1]]
    y = [[0], [1], [1], [0]]
    net = dense(3) | tanh | dense(1)
    z = net(x)
    L = mean((z - y) ** 2)
    train L with sgd(lr=0.1) steps=2
    """

  @Test func isWhatTheProgramShows() {
    let notebook = Notebook()
    notebook.run(
      Self.trained, "backward", "expect all(net.2.grad == z.grad)", "expect norm(net.1.grad) > 0",
      "expect len(net.1.grad) == 4")
  }

  @Test func isChangedInTheMiddleOfAStep() {
    let notebook = Notebook()
    notebook.run(
      Self.trained, "continue to net.1.grad", "was = value(net.2.grad)", "set net.2.grad *= 10",
      "expect all(net.2.grad == 10 * was)")
  }

  @Test func needsARun() {
    let notebook = Notebook()
    notebook.run("net = dense(2)", "net([[1]])")
    #expect(notebook.failure("net.grad").contains("a layer has no gradient"))
  }
}
