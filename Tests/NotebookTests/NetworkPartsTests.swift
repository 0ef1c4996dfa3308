// The parts of a network by their names and places: what `show` lists can be written and gone
// through; and what else checking a whole network asks for.

import Language
import Notebook
import Testing

struct NetworkPartsTests {
  /// Blocks in a list inside of a function, as a transformer is written.
  static let stack = """
    def stack(width) {
      blocks = [residual(attention(2) | layer_norm) for i in 0..3]
      head = dense(1)
      def f(x) { for b in blocks { x = b(x) }; head(x) }
      layer(f)
    }
    net = stack(4)
    x = [[[1.0, 0, 2, 1], [0, 1, 1, 3]]]
    y = net(x)
    """

  @Test func listsOfLayersHavePlaces() {
    let notebook = Notebook()
    notebook.run(Self.stack)
    let shown = notebook.lines("show net")
    #expect(shown.contains { $0.contains("net.blocks.2.0.query.weight") })
    notebook.run(
      "expect net.blocks.2.0.query.weight == net.blocks[2].0.query.weight",
      "expect net.blocks[-1].0.query.weight == net.blocks.2.0.query.weight",
      "expect net.blocks.0.0.query.weight != net.blocks.1.0.query.weight",
      "expect len(net.blocks) == 3",
      // What a layer computed last, by a path and by an expression.
      "expect abs(sum(net.blocks.1.0.weights, axis=-1) - 1) < 1e-6",
      "for b in net.blocks { expect b.0.weights.shape == [1, 2, 2, 2] }",
      "for i in 0..3 { expect net.blocks[i].0.weights == [b.0.weights for b in net.blocks][i] }")
    #expect(
      notebook.failure("net.block") == """
        error: net has no member 'block'
        1 │ net.block
          │ ^^^^^^^^^
        hint: did you mean 'blocks'?
        """)
    #expect(
      notebook.failure("net.blocks.3").hasPrefix("error: there is no element 3 in a list of 3"))
  }

  @Test func libraryStacksHavePlaces() {
    let notebook = Notebook()
    notebook.run(
      "net = transformer_encoder(2, 2, feedforward=4)", "y = net([[[1.0, 0, 2, 1], [0, 1, 1, 3]]])",
      "expect net.layers.1.linear1.weight.shape == [4, 4]",
      "for l in net.layers { expect abs(sum(l.self_attn.weights, axis=-1) - 1) < 1e-6 }")
  }

  /// Layers from outside of the function by the names that they have there.
  @Test func layersFromOutside() {
    let notebook = Notebook()
    notebook.run(
      "blocks = [dense(2) for i in 0..2]\nhead = dense(1)",
      "def f(x) { for b in blocks { x = b(x) }; head(x) }\nnet = layer(f)\ny = net([[1, 2]])",
      "expect net.blocks[1].weight == blocks[1].weight", "expect net.head.weight == head.weight")
  }

  @Test func pipesHavePlaces() {
    let notebook = Notebook()
    notebook.run(
      "net = dense(3) | tanh | dropout(0.5) | dense(2)", "x = [[1, 2]]", "y = net(x)",
      "expect len(net) == 4", "expect net[0].weight == net.0.weight",
      "expect net[-1].weight == net.3.weight",
      "expect net[:2](x) == tanh(net[0](x))",
      "h = x", "for l in eval(net) { h = l(h) }", "expect h == eval(net)(x)",
      "expect eval(net)[2](x) == x", "expect len(parameters(net[:2])) == 2")
    #expect(notebook.failure("net[4]").hasPrefix("error: index 4 is outside a list of 4\n"))
    #expect(notebook.failure("dense(3)[0]").contains("'[…]' needs a tensor, not a layer"))
    #expect(notebook.failure("len(dense(3))").contains("a layer has no length"))
    #expect(notebook.failure("for l in dense(3) { l }").contains("a layer has no elements"))
  }

  /// `value` of several tensors is one pass: draws and all belong to one moment.
  @Test func valuesTogether() {
    let notebook = Notebook()
    notebook.run(
      "w = param([2], init=ones)", "m = bernoulli(0.5, [8])",
      "now = value([w * 2, [m, 3], \"text\", w > 0])", "expect now[0] == [2, 2]",
      "expect now[1][0] == m", "expect now[1][1] == 3", "expect now[2] == \"text\"",
      "expect now[3]", "set w = 5", "expect now[0] == [2, 2]", "expect w == [5, 5]")
  }

  /// What fails in a loop says which time.
  @Test func expectationsSayWhere() {
    let notebook = Notebook()
    #expect(
      notebook.failure("for i, name in enumerate([\"a\", \"b\"]) { expect len(name) + i == 1 }")
        .hasSuffix("hint: where i = 1, name = \"b\""))
    #expect(
      notebook.failure("def f(ok) { expect ok }\nf(1 > 2)").hasSuffix("hint: where ok = false"))
    #expect(!notebook.failure("n = 3\nexpect n == 4").contains("where"))
  }
}
