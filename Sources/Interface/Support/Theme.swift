// The styles of the interface's own text, by role, all of them from the plots' palette.

import Plotting
import Screen

/// A role of text on the screen.
enum Role: Hashable, Sendable {
  case plain, heading, code, dim, prompt, error, warning, good, accent, bar, rule, selection
  case forward, backward, update
}

extension Appearance {
  /// The style of a role.
  func style(_ role: Role) -> Style {
    let palette = Palette(self)
    switch role {
    case .plain: return palette[.text]
    case .heading: return palette[.title]
    case .code: return palette[.accent]
    case .dim: return palette[.dim]
    case .rule: return palette[.axis]
    case .prompt: return palette[.prompt]
    case .error: return palette[.error]
    case .warning: return palette[.warning]
    case .good: return palette[.success]
    case .accent:
      var style = palette[.accent]
      style.bold = true
      return style
    case .bar: return Style(reverse: true)
    case .selection: return palette[.selected]
    case .forward: return palette.series(0)
    case .backward: return palette.series(1)
    case .update: return palette.series(2)
    }
  }

  /// The style of a phase's name.
  func style(phase: String) -> Style {
    switch phase {
    case "forward": style(.forward)
    case "backward": style(.backward)
    case "update": style(.update)
    default: style(.dim)
    }
  }
}
