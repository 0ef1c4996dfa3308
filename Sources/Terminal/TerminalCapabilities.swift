// What the terminal can do, asked once at the start: whether the full screen is possible and which
// colours there are. Nothing here changes the terminal.

import CTerminal
import Glibc
public import Screen

/// What a person wants of colours, as given on the command line.
public enum ColorPreference: String, Hashable, Sendable, CaseIterable {
  case automatic = "auto"
  case none
  case palette16 = "16"
  case palette256 = "256"
  case truecolor
}

/// Why the full screen is not possible.
public enum FullScreenProblem: Hashable, Sendable, CustomStringConvertible {
  case inputIsNoTerminal
  case outputIsNoTerminal
  case terminalTypeMissing
  case terminalTypeUnknown(String)
  case cursorNotAddressable(String)
  case codesetNotUTF8(String)

  public var description: String {
    switch self {
    case .inputIsNoTerminal: "standard input is not a terminal"
    case .outputIsNoTerminal: "standard output is not a terminal"
    case .terminalTypeMissing: "the environment variable TERM is not set"
    case .terminalTypeUnknown(let name): "the terminal type '\(name)' is unknown"
    case .cursorNotAddressable(let name): "the terminal type '\(name)' cannot place the cursor"
    case .codesetNotUTF8(let name): "the locale's codeset is \(name), not UTF-8"
    }
  }
}

/// What the terminal can do.
public struct TerminalCapabilities: Hashable, Sendable {
  /// nil: the full screen is possible.
  public var problem: FullScreenProblem?
  /// Glyphs and colours that may be used, in the full screen or in the line mode.
  public var appearance: Appearance
  /// The terminal type, TERM.
  public var name: String
  /// Private modes and the mouse may be asked for.
  var understandsXterm: Bool
  /// Nobody said whether the background is dark or light: the terminal is asked when it is opened.
  var asksBackground = false

  public var fullScreen: Bool { problem == nil }

  /// Asks the environment, the locale and terminfo. Sets the locale, so it comes before any other
  /// thread and before anything else of this module.
  ///
  /// Colours: the preference, then a non-empty `NO_COLOR`, then the terminal type; never more than
  /// terminfo promises, so 24-bit colours only where it has `RGB`.
  ///
  /// The theme: what is wanted, else what `COLORFGBG` says, else dark until the terminal answers.
  public static func detect(
    colors preference: ColorPreference = .automatic, theme wanted: Appearance.Theme? = nil
  ) -> Self {
    _ = ct_locale_start()
    let codeset = String(cString: ct_locale_codeset())
    let isUTF8 = ["UTF-8", "UTF8"].contains(codeset.uppercased())
    let inputIsTerminal = isatty(STDIN_FILENO) == 1
    let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    var name = environment("TERM") ?? ""
    var description = name.isEmpty ? ct_description() : ct_describe(name, STDOUT_FILENO)
    if preference == .automatic || preference == .truecolor,
      let direct = directName(of: name, colorTerm: environment("COLORTERM") ?? "")
    {
      // The same terminal, described with its 24-bit colours.
      let other = ct_describe(direct, STDOUT_FILENO)
      if other.known, other.addresses_cursor, promisedColors(other) == .truecolor {
        (name, description) = (direct, other)
      }
    }

    let problem: FullScreenProblem? =
      if !inputIsTerminal {
        .inputIsNoTerminal
      } else if !outputIsTerminal {
        .outputIsNoTerminal
      } else if name.isEmpty {
        .terminalTypeMissing
      } else if !description.known {
        .terminalTypeUnknown(name)
      } else if !description.addresses_cursor {
        .cursorNotAddressable(name)
      } else if !isUTF8 {
        .codesetNotUTF8(codeset)
      } else {
        nil
      }

    let promised = promisedColors(description)
    let noColor = !(environment("NO_COLOR") ?? "").isEmpty
    let colors: Appearance.Colors =
      switch preference {
      case .automatic: noColor || !outputIsTerminal ? .none : promised
      case .none: .none
      case .palette16: lower(.palette16, promised)
      case .palette256: lower(.palette256, promised)
      case .truecolor: promised
      }
    return TerminalCapabilities(
      problem: problem,
      appearance: Appearance(
        glyphs: isUTF8 ? .unicode : .ascii, colors: colors,
        theme: wanted ?? theme(colorFgBg: environment("COLORFGBG") ?? "") ?? .dark),
      name: name, understandsXterm: description.understands_xterm,
      // Linux' console shows a part of the question.
      asksBackground: wanted == nil && description.understands_xterm && !name.hasPrefix("linux"))
  }

  /// The terminfo entry that may describe the same terminal with 24-bit colours, where it says by
  /// `COLORTERM` that it has them: `xterm-direct` for `xterm-256color`.
  static func directName(of name: String, colorTerm: String) -> String? {
    guard colorTerm == "truecolor" || colorTerm == "24bit", !name.isEmpty,
      !name.hasSuffix("-direct")
    else { return nil }
    let base = name.hasSuffix("-256color") ? String(name.dropLast("-256color".count)) : name
    return base + "-direct"
  }

  /// `15;0`, `0;default;15`: the last number is the background's of the sixteen.
  static func theme(colorFgBg text: String) -> Appearance.Theme? {
    guard let last = text.split(separator: ";", omittingEmptySubsequences: false).last,
      let index = Int(last), (0..<16).contains(index)
    else { return nil }
    return index == 7 || index > 8 ? .light : .dark
  }

  private static func promisedColors(_ description: ct_description) -> Appearance.Colors {
    switch description.colors {
    case ..<8: .none
    case ..<256: .palette16
    default: description.direct_color && description.colors >= 1 << 24 ? .truecolor : .palette256
    }
  }

  private static func lower(
    _ first: Appearance.Colors, _ second: Appearance.Colors
  ) -> Appearance.Colors {
    let order: [Appearance.Colors] = [.none, .palette16, .palette256, .truecolor]
    return order.first { $0 == first || $0 == second } ?? .none
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
