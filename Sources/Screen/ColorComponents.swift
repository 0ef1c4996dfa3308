// The red, green and blue of colours, where they are known. The program's one table of xterm's
// palette: brightness, pictures in files and the terminal's nearest colours are computed from it.

extension Color {
  /// Eight bits each of red, green, blue.
  public struct Components: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// What the colour is on every terminal; nil for the terminal's own colours, which the person
  /// chooses.
  public var components: Components? {
    switch self {
    case .standard: nil
    case .palette(let index): index < 16 ? nil : Color.xterm(index)
    case .rgb(let red, let green, let blue): Components(red, green, blue)
    }
  }

  /// What xterm shows for an entry of the 256-colour palette.
  public static func xterm(_ index: UInt8) -> Components {
    if index < 16 {
      let (red, green, blue) = theme[Int(index)]
      return Components(red, green, blue)
    }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return Components(grey, grey, grey)
    }
    let place = Int(index) - 16
    return Components(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
  }

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
  private static let theme: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
