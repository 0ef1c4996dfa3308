// The examples of the language's description, as they stand there.

import Language
import Testing

@Suite struct ContractTests {
  private func isGood(_ text: String) -> Bool {
    for chunk in CellSplitter.split(text, verbs: testVerbs) where chunk.kind == .code {
      do {
        guard try parse(chunk.text).count >= 1 else { return false }
      } catch {
        Issue.record("\(error.rendered(in: chunk.text, firstLine: chunk.line))")
        return false
      }
    }
    return true
  }

  @Test func values() {
    let text = """
      x = [[0,0],[0,1],[1,0],[1,1]]              # a tensor
      w = param([2, 1], init=normal(0, 0.1))     # a trainable tensor
      z = x @ w + param([1])                     # broadcasting
      net = dense(8) | tanh | dense(1)           # a pipe joins layers
      net(x)                                     # applies it; x | net does the same
      def block(d, h) = residual(layer_norm | attention(h)) | residual(layer_norm | dense(4*d) | gelu)
      stack = chain([block(64, 4) for i in 0..4])   # fresh parameters each
      def loss(a, y) { s = y * log(a) + (1 - y) * log(1 - a); -mean(s) }
      for rate in [0.01, 0.1, 1] { print rate }
      if a > b { c } else { d }
      memory = state([batch, n, d])
      memory := expr
      """
    #expect(isGood(text))
    #expect(CellSplitter.split(text, verbs: testVerbs).count == 12)
  }

  @Test func data() {
    #expect(
      isGood(
        """
        data = spiral(n=300, classes=3, noise=0.1, seed=1)
        data = csv("mine.csv", target="species")
        train_set, valid, test = split(digits(), 0.8, 0.1, 0.1)
        x, y = batch(train_set, 64)
        t = tokens("The man sees the man and the man sees the boy", by=word)
        x, y = windows(t, length=4)
        load("weights.safetensors")["net.0.weight"]
        """))
  }

  @Test func training() {
    #expect(
      isGood(
        """
        L = cross_entropy(net(x), y)
        train L with adam(lr=1e-3) steps=500       # or epochs=3
        train 500                                  # goes on
        track accuracy(eval(net)(xv), yv) every 50 # a series
        train L with adam(lr=0.05) steps=500 {
          at 137 { set lr = 0.01 }
          every 100 { print L }
        }
        at 3 before net.0.matmul { set X.grad[0, 1] = 0 }
        back step; back step 3
        continue to net.1
        until norm(net.0.weight.grad) < 1e-7
        explain X[i, j]
        plot f over -5..5
        """))
  }

  @Test func theSessionFile() {
    let chunks = CellSplitter.split(
      """
      #@ nabla 1  seed 42
      # # XOR                                    comment lines are Markdown prose
      net = dense(8) | tanh | dense(1) | sigmoid
      #> net: 2 → 8 → 1, 33 parameters           what the cell showed
      #@ t 3.2  digest 5b1f…                     when it was entered
      """, verbs: testVerbs)
    #expect(chunks.map(\.kind) == [.data, .prose, .code, .output, .data])
    #expect(chunks[2].text == "net = dense(8) | tanh | dense(1) | sigmoid")
  }
}
