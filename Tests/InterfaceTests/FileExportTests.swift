// Frames as ANSI, SVG and recordings: what a reader of the file gets is the frame.

import Foundation
import FoundationXML
import Interface
import Notebook
import Screen
import Testing

@Suite struct FileExportTests {
  private func frame(_ text: String, _ style: Style = .plain, columns: Int = 8) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    frame.put(text, row: 0, column: 0, style: style)
    return frame
  }

  // MARK: ANSI

  @Test func ansiHasColoursAndAttributes() {
    #expect(FrameANSI.text(frame("plain")) == "plain\n")
    #expect(
      FrameANSI.text(frame("a", Style(foreground: .palette(81), bold: true)))
        == "\u{1B}[0;1;38;5;81ma\u{1B}[0m\n")
    #expect(
      FrameANSI.text(frame("b", Style(foreground: .palette(3), background: .rgb(1, 2, 3))))
        == "\u{1B}[0;33;48;2;1;2;3mb\u{1B}[0m\n")
    #expect(
      FrameANSI.text(
        frame(
          "c",
          Style(
            foreground: .palette(12), dim: true, italic: true, underline: true, reverse: true)))
        == "\u{1B}[0;2;3;4;7;94mc\u{1B}[0m\n")
    #expect(FrameANSI.text(frame("猫x", columns: 4)) == "猫x\n")
  }

  /// Without its sequences an ANSI text is the frame's text.
  @Test func ansiHoldsTheText() {
    for (_, snapshot) in FrameTests.snapshots {
      for size in FrameTests.sizes {
        let frame = AppRenderer.render(FrameTests.state(snapshot, size, .standard))
        let plain = FrameANSI.text(frame).replacing(/\u{1B}\[[0-9;]*m/, with: "")
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for (line, expected) in zip(lines, frame.lines) {
          #expect(line.trimmingSuffix(" ") == expected)
        }
        #expect(!plain.contains("\u{1B}"))
      }
    }
  }

  // MARK: SVG

  @Test func everyFrameIsWellFormed() throws {
    for (name, snapshot) in FrameTests.snapshots {
      for theme in Appearance.Theme.allCases {
        let appearance = Appearance(colors: .truecolor, theme: theme)
        let frame = AppRenderer.render(
          FrameTests.state(snapshot, FrameTests.sizes[1], appearance))
        let text = FrameSVG.text(frame, title: "a < b & \"c\"\u{1}", theme: theme)
        let parser = XMLParser(data: Data(text.utf8))
        let reader = SVGReader()
        parser.delegate = reader
        #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
        #expect(reader.title == "a < b & \"c\"\u{FFFD}")
        #expect(reader.words == frame.lines.joined(separator: "\n"))
        // Every letter stands at its column.
        for run in reader.runs {
          let cells = (run.column..<run.column + run.columns).map { frame[run.row, $0].text }
          #expect(cells.joined() == run.text, "\(name) row \(run.row)")
        }
        let letters = reader.runs.map { $0.text.filter { $0 != " " }.count }.reduce(0, +)
        #expect(letters == Self.letters(frame), "\(name)")
      }
    }
  }

  /// Cells that a font shows.
  private static func letters(_ frame: Frame) -> Int {
    var count = 0
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let text = frame[row, column].text
        guard let scalar = text.unicodeScalars.first, text != " " else { continue }
        let isDrawn = (0x2500...0x259F).contains(scalar.value)
        if !isDrawn, !(0x2800...0x28FF).contains(scalar.value) { count += 1 }
      }
    }
    return count
  }

  @Test func drawingCharactersAreShapes() {
    func svg(_ text: String, _ style: Style = .plain) -> String {
      FrameSVG.text(frame(text, style), title: "t", description: "d", theme: .dark)
    }
    // Two full blocks are one rectangle of two cells; an upper half has its place.
    #expect(svg("██").contains("d=\"M0 0h18v18h-18z\""))
    #expect(svg("▄").contains("d=\"M0 9h9v9h-9z\""))
    #expect(svg("▌").contains("d=\"M0 0h4.5v18h-4.5z\""))
    #expect(svg("▗").contains("d=\"M4.5 9h4.5v9h-4.5z\""))
    #expect(svg("░").contains("fill-opacity=\"0.25\""))
    #expect(svg("⠁").contains("d=\"M2.25 2.25h0\""))
    #expect(svg("⡀").contains("d=\"M2.25 15.75h0\""))
    #expect(svg("─").contains("d=\"M0 9L9 9\""))
    #expect(svg("┌").contains("d=\"M4.5 9L9 9M4.5 9L4.5 18\""))
    for text in ["██", "▄", "⠁", "─"] { #expect(!svg(text).contains("<text")) }
    #expect(
      svg("x", Style(background: .palette(16))).contains("fill=\"#000000\""))
    #expect(svg("x", Style(reverse: true)).contains("fill=\"#dcdfe4\" shape-rendering"))
  }

  // MARK: Requests

  private func content(
    _ format: ExportRequest.Format, _ subject: ExportRequest.Subject, columns: Int? = nil,
    theme: String? = nil, appearance: Appearance = .mono
  ) -> String {
    ExportRenderer.content(
      ExportRequest(
        path: "", format: format, subject: subject, columns: columns, theme: theme),
      screen: FrameTests.state(Samples.training, FrameTests.sizes[0], appearance))
  }

  @Test func aScreenIsTheScreen() {
    let state = FrameTests.state(Samples.training, FrameTests.sizes[0], .mono)
    #expect(
      content(.text, .screen(nil)) == AppRenderer.render(state).lines.map { $0 + "\n" }.joined())
    #expect(content(.text, .screen(Samples.stepping)) != content(.text, .screen(nil)))
    let wide = content(.text, .screen(nil), columns: 200).split(separator: "\n")
    #expect(wide.contains { $0.count > 150 })
    // A file has colours even when the terminal has none.
    #expect(content(.ansi, .screen(nil)).contains("\u{1B}[0;38;5;"))
    #expect(content(.svg, .screen(nil)).contains("#14161a"))
    #expect(content(.svg, .screen(nil), theme: "light").contains("fill=\"#ffffff\""))
  }

  @Test func plotsStandBelowEachOther() {
    let plot = PlotOutput(title: "one", content: .series([Samples.series("train", 1)]))
    let other = PlotOutput(title: "two", content: .series([Samples.series("valid", 2)]))
    let both = content(.text, .plots([plot, other]))
    #expect(both.contains("one") && both.contains("two"))
    let svg = content(.svg, .plots([plot, other]))
    #expect(svg.contains("<title id=\"nabla-title\">one, two</title>"))
    // A screen reader reads the data.
    #expect(svg.contains("points") || svg.contains("steps"))
    #expect(content(.csv, .plots([plot])).hasPrefix("series,first_step"))
  }

  @Test func nothingIsTooSmallOrTooLarge() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1)] {
      let frame = Frame(size: size)
      #expect(FrameSVG.text(frame, title: "", theme: .light).hasSuffix("</svg>\n"))
      _ = FrameANSI.text(frame)
    }
    _ = content(.svg, .plots([]))
  }

  // MARK: Recordings

  @Test func aRecordingHoldsWhatChanged() throws {
    var recording = CastRecording(size: Size(columns: 8, rows: 2), title: "xor")
    recording.show(frame("a"), at: 0)
    recording.show(frame("a"), at: 1)
    recording.show(frame("b"), at: 1.23456)
    recording.end(after: 2)
    let lines = recording.text.split(separator: "\n")
    #expect(lines.count == 4)
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 8)
    let events = try lines.dropFirst().map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any])
    }
    #expect(events.map { $0[0] as? Double } == [0, 1.235, 3.235])
    #expect(events.allSatisfy { $0[1] as? String == "o" })
    #expect((events[1][2] as? String)?.contains("b") == true)
    // The row that stayed is not written again.
    #expect((events[1][2] as? String)?.contains("\u{1B}[2;1H") == false)
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = String(self)
    while text.last == character { text.removeLast() }
    return text
  }
}

/// What a picture says and where it says it.
private final class SVGReader: NSObject, XMLParserDelegate {
  struct Run {
    var row: Int
    var column: Int
    var columns: Int
    var text: String
  }

  var title = ""
  var words = ""
  var runs: [Run] = []
  private var element = ""
  private var texts = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    element = name
    texts = ""
    guard name == "text", let x = Int(attributes["x"] ?? ""), let y = Int(attributes["y"] ?? ""),
      let length = Int(attributes["textLength"] ?? "")
    else { return }
    runs.append(Run(row: (y - 14) / 18, column: x / 9, columns: length / 9, text: ""))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "title": title = texts
    case "desc": words = texts
    case "text": if !runs.isEmpty { runs[runs.count - 1].text = texts }
    default: break
    }
    texts = ""
  }
}
