// Functions with settings as stages of a pipe.

import Notebook
import Testing

struct PipeTests {
  @Test func settingsFollowWhatFlowsIn() {
    let notebook = Notebook()
    notebook.run(
      "x = [[-1, 2], [3, -4]]", "net = dense(4) | leaky_relu(0.2) | softmax(axis=0)")
    #expect(notebook.values("x | leaky_relu(0.2)") == notebook.values("leaky_relu(x, 0.2)"))
    #expect(notebook.values("x | sum(axis=0)") == [2, -2])
    #expect(notebook.values("x | max(axis=1)") == [2, 3])
    #expect(
      notebook.values("net(x)")
        == notebook.values("softmax(leaky_relu(net.0(x), 0.2), axis=0)"))
    notebook.run("smooth = dense(2) | prelu | dense(3) | prelu(3)")
    #expect(notebook.tensor("smooth(x)").shape == [2, 3])
    #expect(notebook.values("smooth.3.weight") == [0.25, 0.25, 0.25])
  }
}
