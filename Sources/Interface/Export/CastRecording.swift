// A recording for asciinema players: asciicast version 2 (docs.asciinema.org/manual/asciicast/v2),
// a header and an event a line. Frames come with their times; only rows that changed are written.

import Notebook
public import Screen

/// Frames over time as an asciicast.
public struct CastRecording: Sendable {
  /// The recording so far, a line an event.
  public private(set) var text: String
  private let size: Size
  private var shown: Frame?
  private var lastTime = 0.0

  /// - Parameter title: the session's name.
  public init(size: Size, title: String) {
    self.size = size
    let environment = JSONValue.object([.init("TERM", .string("xterm-256color"))])
    text =
      JSONValue.object([
        .init("version", .integer(2)), .init("width", .integer(size.columns)),
        .init("height", .integer(size.rows)), .init("title", .string(title)),
        .init("env", environment),
      ]).text + "\n"
  }

  /// Shows a frame at a time in seconds since the beginning; a frame like the last one costs nothing.
  public mutating func show(_ frame: Frame, at time: Double) {
    guard frame != shown else { return }
    // Without wrapping a full last row scrolls nothing.
    var output = shown == nil ? "\u{1B}[?7l\u{1B}[?25l\u{1B}[2J" : ""
    for row in 0..<size.rows where shown.map({ !isEqual(row, $0, frame) }) ?? true {
      output += "\u{1B}[\(row + 1);1H\u{1B}[0m\u{1B}[2K" + FrameANSI.row(row, of: frame)
    }
    if let cursor = frame.cursor {
      output += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    } else {
      output += "\u{1B}[?25l"
    }
    shown = frame
    append(output, at: time)
  }

  /// Ends it: the last frame stays for so long.
  public mutating func end(after seconds: Double) {
    append("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h", at: lastTime + max(0, seconds))
  }

  private mutating func append(_ output: String, at time: Double) {
    lastTime = max(lastTime, time.isFinite ? time : lastTime)
    // Milliseconds are finer than any screen.
    let rounded = (lastTime * 1000).rounded() / 1000
    text += JSONValue.array([.double(rounded), .string("o"), .string(output)]).text + "\n"
  }

  private func isEqual(_ row: Int, _ first: Frame, _ second: Frame) -> Bool {
    for column in 0..<size.columns where first[row, column] != second[row, column] { return false }
    return true
  }
}
