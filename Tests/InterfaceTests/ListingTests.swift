// What `list` and `print X where …` look like in cells, and the states in the program pane.

import Interface
import Notebook
import Plotting
import Screen
import Testing

struct ListingTests {
  private func notebook() -> Notebook {
    let notebook = Notebook()
    for source in [
      "w = param([2, 2], init=ones)", "h = w * [[1, 2], [3, 4]]", "L = mean(h ** 2)",
      "train L with sgd(lr=0.1) steps=0", "forward", "set h[0, 0] = 0.5",
    ] {
      #expect(notebook.apply(source).error == nil)
    }
    return notebook
  }

  @Test func aListing() {
    let cell = notebook().apply("list")
    for columns in [20, 40, 80, 120] {
      let lines = TextRenderer.lines(for: cell, columns: columns, appearance: .ascii)
      #expect(lines.allSatisfy { $0.count <= columns && $0.unicodeScalars.allSatisfy(\.isASCII) })
    }
    let lines = TextRenderer.lines(for: cell, columns: 80, appearance: .ascii)
    #expect(lines[1] == "    step 1, 3 of 8 instructions have run")
    #expect(lines[2] == "    forward")
    #expect(lines.contains { $0.hasPrefix("      1  o  h = w * constant") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("      3  s  L = mean(") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("    > 4  -  L.grad") }, "\(lines)")
  }

  @Test func aWindow() {
    let cell = notebook().apply("print h where h > 2.5")
    let lines = TextRenderer.lines(for: cell, columns: 80, appearance: .ascii)
    #expect(
      Array(lines.dropFirst()) == [
        "    h [2, 2]", "        0   1", "    0 0.5   2", "    1  [3] [4]",
        "    2 of 4 elements: h > 2.5, at [1, 0], [1, 1]",
      ])
  }

  @Test func theProgramPane() throws {
    let notebook = notebook()
    notebook.apply("layout debugging")
    let frame = TextRenderer.renderFrame(
      snapshot: notebook.snapshot(), size: Size(columns: 100, rows: 40), appearance: .ascii)
    #expect(frame.lines.contains { $0.contains("   1 o h") }, "\(frame.lines)")
    #expect(frame.lines.contains { $0.contains("   3 s L") }, "\(frame.lines)")
    #expect(frame.lines.contains { $0.contains(" > 4 - L.grad") }, "\(frame.lines)")
  }
}
