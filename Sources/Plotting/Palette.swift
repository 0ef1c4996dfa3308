// Colours by meaning. Series take Okabe and Ito's colour-blind-safe set ("Color Universal Design",
// 2008); where a terminal has no colours, attributes tell things apart.

public import Screen

/// The styles of one appearance.
public struct Palette: Hashable, Sendable {
  /// What a piece of text is for.
  public enum Role: Hashable, Sendable, CaseIterable {
    case text, title, axis, dim, label, accent, prompt, success, warning, error, selected
  }

  public let appearance: Appearance

  public init(_ appearance: Appearance) { self.appearance = appearance }

  /// Series styles repeat after so many.
  public static let seriesCount = 7

  /// The style of a series by its place.
  public func series(_ index: Int) -> Style {
    let place = ((index % Palette.seriesCount) + Palette.seriesCount) % Palette.seriesCount
    switch appearance.colors {
    case .none: return Style(bold: place % 2 == 0)
    case .palette16: return Style(foreground: .palette(Palette.sixteen[place]))
    case .palette256: return Style(foreground: .palette(Palette.okabeIto256[place]))
    case .truecolor:
      let value = Palette.okabeIto[place]
      return Style(foreground: .rgb(value.0, value.1, value.2))
    }
  }

  /// The style of a role.
  public subscript(role: Role) -> Style {
    switch appearance.colors {
    case .none: return Palette.mono(role)
    case .palette16: return Palette.colored(role, Palette.roles16)
    case .palette256, .truecolor: return Palette.colored(role, Palette.roles256)
    }
  }

  private static func mono(_ role: Role) -> Style {
    switch role {
    case .text, .label: return .plain
    case .title, .accent, .prompt, .success: return Style(bold: true)
    case .axis, .dim: return Style(dim: true)
    case .warning: return Style(bold: true, underline: true)
    case .error, .selected: return Style(reverse: true)
    }
  }

  private struct RoleColors {
    var dim: UInt8
    var accent: UInt8
    var prompt: UInt8
    var success: UInt8
    var warning: UInt8
    var error: UInt8
  }

  private static let roles16 = RoleColors(
    dim: 8, accent: 6, prompt: 5, success: 2, warning: 3, error: 1)
  private static let roles256 = RoleColors(
    dim: 244, accent: 74, prompt: 175, success: 36, warning: 178, error: 203)

  private static func colored(_ role: Role, _ colors: RoleColors) -> Style {
    switch role {
    case .text, .label: return .plain
    case .title: return Style(bold: true)
    case .axis, .dim: return Style(foreground: .palette(colors.dim))
    case .accent: return Style(foreground: .palette(colors.accent))
    case .prompt: return Style(foreground: .palette(colors.prompt), bold: true)
    case .success: return Style(foreground: .palette(colors.success))
    case .warning: return Style(foreground: .palette(colors.warning))
    case .error: return Style(foreground: .palette(colors.error), bold: true)
    case .selected: return Style(reverse: true)
    }
  }

  // Sky blue, orange, bluish green, reddish purple, vermillion, yellow, blue.
  private static let okabeIto: [(UInt8, UInt8, UInt8)] = [
    (0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00), (0x00, 0x9E, 0x73), (0xCC, 0x79, 0xA7),
    (0xD5, 0x5E, 0x00), (0xF0, 0xE4, 0x42), (0x00, 0x72, 0xB2),
  ]
  /// The nearest entries of the colour cube.
  private static let okabeIto256: [UInt8] = [74, 178, 36, 175, 166, 221, 25]
  private static let sixteen: [UInt8] = [6, 3, 2, 5, 1, 11, 4]
}
