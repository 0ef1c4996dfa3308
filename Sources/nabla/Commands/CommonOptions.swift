import ArgumentParser
import Engine
import Glibc
import Screen
import Terminal
import Translation

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: .said("1 or 2 threads; the results are the same bits."))
  var threads: Int = 2

  @Flag(help: .said("Only ASCII characters."))
  var ascii = false

  @Option(help: .said("auto, 16, 256, truecolor or never."))
  var color: ColorOption = .auto

  @Option(help: .said("dark, light or auto: as the terminal's background is."))
  var theme: ThemeOption = .auto

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard threads == 1 || threads == 2 else {
      throw ValidationError(Speech.words("--threads must be 1 or 2, not \(threads)"))
    }
  }

  /// Applies what concerns the whole process.
  func prepare() { Compute.setThreads(threads) }

  /// ^C ends a command without a terminal at once, with the exit code that says so.
  func endWhenInterrupted() {
    signal(SIGINT) { _ in _exit(130) }
  }

  /// What the terminal can do, and what is wanted of it.
  func capabilities() -> TerminalCapabilities {
    TerminalCapabilities.detect(colors: color.preference, theme: theme.wanted)
  }

  /// What output can show, as the terminal and the flags have it.
  func appearance() -> Appearance {
    var appearance = capabilities().appearance
    if ascii { appearance.glyphs = .ascii }
    appearance.language = language.inUse
    return appearance
  }
}

enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto
  case palette16 = "16"
  case palette256 = "256"
  case truecolor
  case never

  var preference: ColorPreference {
    switch self {
    case .auto: .automatic
    case .palette16: .palette16
    case .palette256: .palette256
    case .truecolor: .truecolor
    case .never: .none
    }
  }
}

enum ThemeOption: String, ExpressibleByArgument, CaseIterable {
  case auto, dark, light

  /// Nil: the terminal's background decides.
  var wanted: Appearance.Theme? { Appearance.Theme(rawValue: rawValue) }
}
