// A frame as an SVG picture of its cells: backgrounds as rectangles, drawing characters as shapes,
// text held to its columns whatever the reader's font is. Grouped by colour, so that files are small.

public import Screen

/// Frames as SVG.
public enum FrameSVG {
  /// The picture.
  ///
  /// - Parameters:
  ///   - title: what a screen reader says first.
  ///   - description: what it reads then; the frame's text when it is nil.
  ///   - theme: the colours of the terminal itself.
  public static func text(
    _ frame: Frame, title: String, description: String? = nil, theme: Appearance.Theme
  ) -> String {
    var picture = SVGPicture(theme)
    for row in 0..<frame.size.rows { picture.add(row, of: frame) }
    let (width, height) = (
      frame.size.columns * SVGPicture.width, frame.size.rows * SVGPicture.height
    )
    let background = SVGPicture.hex(picture.background)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"nabla-title nabla-desc\">",
      "<title id=\"nabla-title\">\(SVGPicture.escaped(title))</title>",
      "<desc id=\"nabla-desc\">"
        + SVGPicture.escaped(description ?? frame.lines.joined(separator: "\n")) + "</desc>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(background)\"/>",
    ]
    lines += picture.shapes
    lines.append(
      "<g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" "
        + "font-size=\"15\" xml:space=\"preserve\" aria-hidden=\"true\">")
    lines += picture.texts
    lines += ["</g>", "</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What is collected while a frame is gone through.
struct SVGPicture {
  /// A cell in pixels.
  static let width = 9
  static let height = 18

  /// How something is painted: shapes of one paint are one element.
  private struct Paint: Hashable {
    enum Kind: Hashable { case background, fill, dots, lines }
    var kind: Kind
    var color: Color.Components
    /// Quarters.
    var opacity = 4
  }

  /// How text is written.
  private struct Pen: Hashable {
    var color: Color.Components
    var bold: Bool
    var italic: Bool
    var underline: Bool
    var dim: Bool
  }

  private struct Run {
    var column: Int
    var columns: Int
    var text: String
    var pen: Pen
  }

  /// A rectangle in eighths of a pixel, so that eighths of a cell are whole.
  private struct Box {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  let background: Color.Components
  private let foreground: Color.Components
  private var paints: [Paint] = []
  private var paths: [Paint: String] = [:]
  private var open: [Paint: Box] = [:]
  private var pens: [Pen] = []
  private var written: [Pen: [String]] = [:]

  init(_ theme: Appearance.Theme) {
    background = theme == .dark ? .init(0x14, 0x16, 0x1A) : .init(0xFF, 0xFF, 0xFF)
    foreground = theme == .dark ? .init(0xDC, 0xDF, 0xE4) : .init(0x1C, 0x1F, 0x24)
  }

  // MARK: Cells

  mutating func add(_ row: Int, of frame: Frame) {
    var run: Run?
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      guard cell.width > 0 else { continue }
      var ink = color(cell.style.foreground) ?? foreground
      var paper = color(cell.style.background)
      if cell.style.reverse { (ink, paper) = (paper ?? background, ink) }
      if frame.cursor == Point(column: column, row: row) { (ink, paper) = (background, foreground) }
      if let paper {
        let box = Box(
          x: column * Self.width * 8, y: row * Self.height * 8,
          width: cell.width * Self.width * 8, height: Self.height * 8)
        fill(box, Paint(kind: .background, color: paper))
      }
      if let shape = GlyphShape.of(cell.text) {
        draw(shape, row, column, ink)
        finish(&run, row)
        continue
      }
      if cell.text == " ", !cell.style.underline {
        // One blank joins words, more part runs.
        if run != nil, run?.text.last != " " {
          run?.text += " "
          run?.columns += 1
        } else {
          finish(&run, row)
        }
        continue
      }
      let pen = Pen(
        color: ink, bold: cell.style.bold, italic: cell.style.italic,
        underline: cell.style.underline, dim: cell.style.dim)
      let isSure = Self.hasSureWidth(cell.text)
      if run?.pen != pen || !isSure { finish(&run, row) }
      if run == nil { run = Run(column: column, columns: 0, text: "", pen: pen) }
      run?.text += cell.text
      run?.columns += cell.width
      if !isSure { finish(&run, row) }
    }
    finish(&run, row)
    for paint in paints { close(paint) }
  }

  /// Letters that every monospace font has; any other sign is placed by itself.
  private static func hasSureWidth(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value < 0x250 || (0x370..<0x400).contains($0.value) || (0x300..<0x370).contains($0.value)
    }
  }

  private func color(_ color: Color) -> Color.Components? {
    if case .palette(let index) = color { return Color.xterm(index) }
    return color.components
  }

  // MARK: Shapes

  private mutating func draw(
    _ shape: GlyphShape, _ row: Int, _ column: Int, _ ink: Color.Components
  ) {
    let (left, top) = (column * Self.width * 8, row * Self.height * 8)
    switch shape {
    case .blocks(let parts):
      for part in parts {
        fill(
          Box(
            x: left + part.x * Self.width, y: top + part.y * Self.height,
            width: part.width * Self.width, height: part.height * Self.height),
          Paint(kind: .fill, color: ink))
      }
    case .shade(let quarters):
      fill(
        Box(x: left, y: top, width: Self.width * 8, height: Self.height * 8),
        Paint(kind: .fill, color: ink, opacity: quarters))
    case .dots(let bits):
      let paint = Paint(kind: .dots, color: ink)
      let order = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
      for (bit, place) in order.enumerated() where bits & (1 << bit) != 0 {
        let x = left + (2 * place.0 + 1) * Self.width * 2
        let y = top + (2 * place.1 + 1) * Self.height
        append("M\(Self.number(x)) \(Self.number(y))h0", paint)
      }
    case .lines(let lines):
      for line in lines {
        let (x, y) = (left + line.x * Self.width, top + line.y * Self.height)
        let (toX, toY) = (left + line.toX * Self.width, top + line.toY * Self.height)
        append(
          "M\(Self.number(x)) \(Self.number(y))L\(Self.number(toX)) \(Self.number(toY))",
          Paint(kind: .lines, color: ink))
      }
    }
  }

  /// A rectangle; it grows the one before it where they touch.
  private mutating func fill(_ box: Box, _ paint: Paint) {
    if let last = open[paint], last.y == box.y, last.height == box.height,
      last.x + last.width == box.x
    {
      open[paint]?.width += box.width
      return
    }
    close(paint)
    note(paint)
    open[paint] = box
  }

  private mutating func close(_ paint: Paint) {
    guard let box = open.removeValue(forKey: paint) else { return }
    paths[paint, default: ""] +=
      "M\(Self.number(box.x)) \(Self.number(box.y))h\(Self.number(box.width))"
      + "v\(Self.number(box.height))h\(Self.number(-box.width))z"
  }

  private mutating func append(_ path: String, _ paint: Paint) {
    note(paint)
    paths[paint, default: ""] += path
  }

  private mutating func note(_ paint: Paint) {
    if paths[paint] == nil {
      paths[paint] = ""
      paints.append(paint)
    }
  }

  /// Backgrounds first, then what lies on them.
  var shapes: [String] {
    let ordered =
      paints.filter { $0.kind == .background } + paints.filter { $0.kind != .background }
    return ordered.map { paint in
      let color = Self.hex(paint.color)
      let path = paths[paint] ?? ""
      switch paint.kind {
      case .background, .fill:
        let opacity = paint.opacity == 4 ? "" : " fill-opacity=\"0.\(paint.opacity * 25)\""
        return "<path fill=\"\(color)\"\(opacity) shape-rendering=\"crispEdges\" d=\"\(path)\"/>"
      case .dots:
        return
          "<path stroke=\"\(color)\" stroke-width=\"3\" stroke-linecap=\"round\" d=\"\(path)\"/>"
      case .lines: return "<path stroke=\"\(color)\" stroke-width=\"1.2\" d=\"\(path)\"/>"
      }
    }
  }

  // MARK: Text

  private mutating func finish(_ run: inout Run?, _ row: Int) {
    guard var done = run else { return }
    run = nil
    if done.text.last == " " {
      done.text.removeLast()
      done.columns -= 1
    }
    if written[done.pen] == nil { pens.append(done.pen) }
    written[done.pen, default: []].append(
      "<text x=\"\(done.column * Self.width)\" y=\"\(row * Self.height + 14)\" "
        + "textLength=\"\(done.columns * Self.width)\" lengthAdjust=\"spacingAndGlyphs\">"
        + Self.escaped(done.text) + "</text>")
  }

  var texts: [String] {
    pens.flatMap { pen in
      var attributes = "fill=\"\(Self.hex(pen.color))\""
      if pen.bold { attributes += " font-weight=\"bold\"" }
      if pen.italic { attributes += " font-style=\"italic\"" }
      if pen.underline { attributes += " text-decoration=\"underline\"" }
      if pen.dim { attributes += " fill-opacity=\"0.65\"" }
      return ["<g \(attributes)>"] + (written[pen] ?? []) + ["</g>"]
    }
  }

  // MARK: Characters

  static func hex(_ color: Color.Components) -> String {
    let digits = Array("0123456789abcdef")
    return "#"
      + [color.red, color.green, color.blue].map {
        String([digits[Int($0) / 16], digits[Int($0) % 16]])
      }.joined()
  }

  /// Eighths of a pixel as a decimal number.
  private static func number(_ eighths: Int) -> String {
    let size = eighths.magnitude
    let fraction = ["", ".125", ".25", ".375", ".5", ".625", ".75", ".875"][Int(size % 8)]
    return (eighths < 0 ? "-" : "") + String(size / 8) + fraction
  }

  /// Text as XML has it; characters that XML 1.0 forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        let isForbidden =
          (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
          || (0x7F..<0xA0).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
        result.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}
