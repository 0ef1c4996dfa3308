// Which series can share an axis. A validation loss stands with the loss; an accuracy, a norm or a
// rate is another quantity and has an axis of its own.

import Engine

extension Notebook {
  /// The panel of each tracked series of a run: 0 is the loss's, others count from 1. What is
  /// computed the same way shares one.
  func panels(_ run: Run) -> [String: Int] {
    let losses = lossForms(run.loss)
    var forms: [String] = []
    var panels: [String: Int] = [:]
    for tracker in trackers {
      let form = self.form(tracker.node)
      if losses.contains(form) {
        panels[tracker.name] = 0
      } else if let place = forms.firstIndex(of: form) {
        panels[tracker.name] = place + 1
      } else {
        forms.append(form)
        panels[tracker.name] = forms.count
      }
    }
    return panels
  }

  /// The loss and, where it is a sum, its terms: a penalty on the weights is no other quantity.
  private func lossForms(_ loss: Node) -> Set<String> {
    var forms: Set<String> = []
    var pending = [loss]
    while let node = pending.popLast(), forms.count < 8 {
      guard forms.insert(form(node)).inserted else { continue }
      if graph[node].operation is Add { pending += graph[node].inputs }
    }
    return forms
  }

  /// The last operations of a value: `mean(neg(take, ·))`; what they work on does not matter.
  private func form(_ node: Node, depth: Int = 2) -> String {
    let record = graph[node]
    guard depth > 0, !record.inputs.isEmpty else { return record.operation.name }
    let inputs = record.inputs.map { input in
      graph[input].inputs.isEmpty ? "·" : form(input, depth: depth - 1)
    }
    return record.operation.name + "(" + inputs.joined(separator: ", ") + ")"
  }
}
