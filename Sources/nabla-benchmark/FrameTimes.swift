// How long a frame of a large screen takes, by layout, with everything on it that training shows.

import ArgumentParser
import Interface
import Language
import Notebook
import Screen

enum FrameTimes {
  /// A session with as much to draw as a screen can hold.
  private static let lines = [
    "tok = bpe(corpus(), vocab=300)", "t = tokens(corpus(), by=tok)",
    "x, y = windows(t, length=32, target=sequence, stride=4, batch=4)",
    "def block(d, heads) = residual(layer_norm | attention(heads, causal=true))"
      + " | residual(layer_norm | dense(4*d) | gelu | dense(d))",
    "stack = chain([block(32, 4) for i in 0..4])",
    "net = embedding(300, 32) | position_embedding(32) | stack | layer_norm | dense(300)",
    "L = cross_entropy(net(x), y)", "train L with adam(lr=1e-3) steps=200",
    "plot tanh over -5..5", "plot histogram(net.0.weight)", "plot net.0.weight",
    "attention stack", "backward",
  ]

  /// Milliseconds of the frames of every layout: the median of several.
  static func measure(columns: Int, rows: Int) throws -> [(name: String, milliseconds: Double)] {
    let notebook = Notebook()
    for line in lines {
      if let error = notebook.apply(line).error {
        throw ValidationError("frames: \(line): \(error.message)")
      }
    }
    let snapshot = notebook.snapshot()
    return Layout.Preset.allCases.map { preset in
      var state = AppState(snapshot: snapshot, size: Size(columns: columns, rows: rows))
      state.chosenLayout = preset
      let app = App(state)
      var times: [Double] = []
      for _ in 0..<60 {
        let start = now()
        _ = app.render()
        times.append((now() - start) * 1000)
      }
      return (preset.rawValue, times.sorted()[times.count / 2])
    }
  }
}
