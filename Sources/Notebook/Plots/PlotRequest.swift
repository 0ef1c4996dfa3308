// A plot on the screen: drawn anew with every snapshot, so that it follows the training.

import Engine
import Language

/// A pinned plot.
///
/// The cell that asked for it keeps the picture of that moment; the one on the screen is live.
struct PlotRequest {
  /// What it was asked for with: `boundary(net)`. A plot replaces the one with its title.
  let title: String
  /// The picture of now; nil when there is nothing to draw.
  let draw: (Notebook) -> PlotOutput?
  /// What a run records as long as the plot is on the screen.
  let records: LayerHistory.Kinds

  init(
    _ title: String, records: LayerHistory.Kinds = [],
    draw: @escaping (Notebook) -> PlotOutput?
  ) {
    self.title = title
    self.records = records
    self.draw = draw
  }

  /// A picture that stays as it is.
  init(fixed plot: PlotOutput) { self.init(plot.title) { _ in plot } }

  /// A picture of a node's value. In the middle of a training step that has not come to the node
  /// yet, the last picture stays.
  init(
    _ title: String, of node: Node, picture: @escaping (Tensor) -> PlotOutput.Content?
  ) {
    let latest = Latest()
    self.init(title) { notebook in
      if let tensor = try? notebook.value(of: node, nil), let content = picture(tensor) {
        latest.plot = PlotOutput(title: title, content: content)
      }
      return latest.plot
    }
  }

  private final class Latest {
    var plot: PlotOutput?
  }
}
