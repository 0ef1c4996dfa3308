// One view in every mode at both sizes, as one text: what is drawn with Unicode and with ASCII
// glyphs, and for each kind of colours what the styles are.

import Screen

enum Portrait {
  /// Unicode glyphs: every number of colours, on dark and on light.
  private static let colours: [(name: String, appearance: Appearance)] =
    [Appearance.Colors.truecolor, .palette256, .palette16].flatMap { colors in
      Appearance.Theme.allCases.map { theme in
        ("\(colors) \(theme)", Appearance(colors: colors, theme: theme))
      }
    }

  /// - Parameter draw: the frame at a size in an appearance.
  static func text(_ draw: (Size, Appearance) -> Frame) -> String {
    var text = ""
    for size in FrameTests.sizes {
      let mono = draw(size, .mono)
      text += "== \(size.columns)x\(size.rows)\n" + lines(mono)
      text += "== \(size.columns)x\(size.rows) ascii\n" + lines(draw(size, .ascii))
      for (name, appearance) in colours {
        let frame = draw(size, appearance)
        text += "== \(size.columns)x\(size.rows) \(name): \(styles(frame))\n"
        // Colours alone may differ; where shades replace digits the whole frame stands here.
        if name == "palette256 dark", frame.lines != mono.lines { text += lines(frame) }
      }
      text += "== \(size.columns)x\(size.rows) mono: \(styles(mono))\n"
    }
    return text
  }

  private static func lines(_ frame: Frame) -> String {
    frame.lines.joined(separator: "\n") + "\n"
  }

  /// How many styles there are and a number made of every cell with its style.
  private static func styles(_ frame: Frame) -> String {
    var seen: Set<Style> = []
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: UInt64) {
      // FNV-1a by words: the same on every machine.
      hash = (hash ^ word) &* 0x100_0000_01B3
    }
    func number(_ color: Color) -> UInt64 {
      switch color {
      case .standard: 1 << 32
      case .palette(let index): 2 << 32 | UInt64(index)
      case .rgb(let red, let green, let blue):
        3 << 32 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
      }
    }
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        let style = cell.style
        seen.insert(style)
        for byte in cell.text.utf8 { mix(UInt64(byte)) }
        mix(number(style.foreground))
        mix(number(style.background))
        let attributes = [style.bold, style.dim, style.italic, style.underline, style.reverse]
        mix(attributes.reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
      }
    }
    return "\(seen.count) styles, \(String(hash, radix: 16))"
  }
}
