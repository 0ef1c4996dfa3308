// Colours by meaning. Series colours are seven hues after Okabe and Ito ("Color Universal Design",
// 2008), shifted until they stay apart for colour-blind eyes and can be read as text on the
// background, dark or light; the test measures both. Without colours attributes tell things apart.

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
    case .palette16:
      return Style(
        foreground: .palette((isLight ? Palette.series16Light : Palette.series16)[place]))
    case .palette256: return Style(foreground: .palette(seriesEntry(place)))
    case .truecolor:
      // The terminal may have changed its palette; these are the colours that were meant.
      let color = Color.xterm(seriesEntry(place))
      return Style(foreground: .rgb(color.red, color.green, color.blue))
    }
  }

  var isLight: Bool { appearance.theme == .light }

  private func seriesEntry(_ place: Int) -> UInt8 {
    (isLight ? Palette.series256Light : Palette.series256)[place]
  }

  /// The style of a role.
  public subscript(role: Role) -> Style {
    switch appearance.colors {
    case .none: return Palette.mono(role)
    case .palette16: return Palette.colored(role, isLight ? Palette.roles16Light : Palette.roles16)
    case .palette256, .truecolor:
      return Palette.colored(role, isLight ? Palette.roles256Light : Palette.roles256)
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
  private static let roles16Light = RoleColors(
    dim: 8, accent: 4, prompt: 5, success: 6, warning: 1, error: 1)
  private static let roles256 = RoleColors(
    dim: 245, accent: 74, prompt: 175, success: 36, warning: 178, error: 203)
  private static let roles256Light = RoleColors(
    dim: 240, accent: 25, prompt: 126, success: 22, warning: 94, error: 160)

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

  // Sky blue, orange, green, purple, red, yellow, blue.
  private static let series256: [UInt8] = [81, 214, 151, 139, 167, 228, 69]
  // Blue, brown, green, purple, red, maroon, navy.
  private static let series256Light: [UInt8] = [21, 130, 29, 126, 124, 52, 17]
  // The person's own sixteen; those of xterm are told apart best in these.
  private static let series16: [UInt8] = [14, 11, 2, 5, 1, 12, 8]
  private static let series16Light: [UInt8] = [4, 1, 6, 5, 0, 8, 3]
}
