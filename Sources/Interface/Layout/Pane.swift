// The parts of the screen by name.

/// A part of the screen.
public enum Pane: String, Hashable, Sendable, CaseIterable {
  case status, tabs, cells, loss, gradients, program, instruction, attention, plots, numbers
  case prompt, footer

  /// Panes that can be the one on a small screen's tab bar, in its order.
  static let main: [Pane] = [
    .cells, .loss, .gradients, .program, .instruction, .attention, .plots, .numbers,
  ]

  /// The word on a tab or in a help line.
  var title: String {
    switch self {
    case .instruction: "instr"
    case .attention: "attn"
    case .gradients: "grad"
    default: rawValue
    }
  }
}
