// A program in a pseudo-terminal, with a model of the terminal's screen, for tests of whole
// programs. Waiting is for something to happen, with a deadline; nothing sleeps blindly.

import CPseudoTerminal
import Glibc
public import Screen

/// A program that runs in a terminal of its own.
///
/// ```swift
/// let terminal = try PseudoTerminal(command: [path], size: Size(columns: 80, rows: 24))
/// #expect(terminal.waitFor("∇ "))
/// terminal.send("quit\r")
/// #expect(terminal.waitForExit() == .code(0))
/// #expect(terminal.settings == terminal.settingsBefore)
/// ```
public final class PseudoTerminal {
  /// How the program ended.
  public enum ExitStatus: Hashable, Sendable {
    case code(Int)
    case signal(Int)
  }

  public struct SpawnError: Error, CustomStringConvertible {
    public var description: String
  }

  public private(set) var model: TerminalModel
  public private(set) var exitStatus: ExitStatus?
  /// Everything that the program wrote.
  public private(set) var transcript: [UInt8] = []
  /// The line settings before the program started.
  public let settingsBefore: String
  private let process: cpt_process

  /// A usual environment; a test adds to it.
  public static let environment: [String: String] = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
    "INPUTRC": "/dev/null",
  ]

  /// Starts `command`, whose first part is a path.
  public init(
    command: [String], size: Size = Size(columns: 80, rows: 24),
    environment: [String: String] = PseudoTerminal.environment
  ) throws {
    var process = cpt_process()
    var before = [CChar](repeating: 0, count: 1024)
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var arguments = command.map { UnsafePointer(strdup($0)) } + [nil]
    var settings = variables.map { UnsafePointer(strdup($0)) } + [nil]
    let started = cpt_spawn(
      &arguments, &settings, Int32(size.columns), Int32(size.rows), &process, &before,
      Int32(before.count))
    for text in arguments + settings { free(UnsafeMutablePointer(mutating: text)) }
    guard started else { throw SpawnError(description: "cannot start \(command)") }
    self.process = process
    model = TerminalModel(size: size)
    settingsBefore = Self.text(before)
  }

  deinit {
    if exitStatus == nil {
      kill(process.pid, SIGKILL)
      kill(-process.pid, SIGKILL)
      var status: Int32 = 0
      waitpid(process.pid, &status, 0)
    }
    for descriptor in [process.main_fd, process.line_fd, process.process_fd] where descriptor >= 0 {
      close(descriptor)
    }
  }

  public var processIdentifier: Int { Int(process.pid) }

  /// The screen as text, trailing blanks removed.
  public var screen: [String] { model.lines }

  /// The line settings of this moment, as text.
  public var settings: String { Self.settings(of: process.line_fd) }

  public func send(_ text: String) { send(Array(text.utf8)) }

  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Array(rest).withUnsafeBytes { write(process.main_fd, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN && errno != EINTR {
        return
      }
      // The program must be able to write while we do, else both wait for ever.
      if !rest.isEmpty { _ = look(milliseconds: 50) }
    }
  }

  public func resize(_ size: Size) {
    model.resize(size)
    _ = cpt_resize(process.main_fd, Int32(size.columns), Int32(size.rows))
  }

  /// Sends a signal to the program, SIGTERM by default.
  public func terminate(_ signal: Int32 = 15) { kill(process.pid, signal) }

  /// Waits until the screen shows a text. False: it did not in time, or the program ended without.
  public func waitFor(_ text: String, timeout milliseconds: Int = 10_000) -> Bool {
    wait(milliseconds) { $0.screen.contains { $0.contains(text) } }
  }

  /// Waits until a condition holds.
  public func wait(_ milliseconds: Int = 10_000, until condition: (PseudoTerminal) -> Bool) -> Bool
  {
    let end = Self.now() + milliseconds
    while !condition(self) {
      let rest = end - Self.now()
      if rest <= 0 { return false }
      if !look(milliseconds: rest), exitStatus != nil { return condition(self) }
    }
    return true
  }

  /// Reads what the program writes until it has been silent for so long.
  public func settle(milliseconds: Int = 100) {
    while look(milliseconds: milliseconds, untilOutput: true) {}
  }

  /// Waits for the program's end and what it wrote last; nil if it goes on.
  public func waitForExit(timeout milliseconds: Int = 10_000) -> ExitStatus? {
    let end = Self.now() + milliseconds
    while exitStatus == nil, Self.now() < end { _ = look(milliseconds: end - Self.now()) }
    if exitStatus != nil { while readOutput() {} }
    return exitStatus
  }

  /// Waits for output or the end; true if there was output.
  private func look(milliseconds: Int, untilOutput: Bool = false) -> Bool {
    var descriptors = [
      pollfd(fd: process.main_fd, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: exitStatus == nil ? process.process_fd : -1, events: Int16(POLLIN), revents: 0),
    ]
    // Once the program has ended nothing more can come.
    let timeout = exitStatus == nil ? Int32(clamping: max(0, milliseconds)) : 0
    _ = poll(&descriptors, 2, timeout)
    let hasOutput = readOutput()
    if descriptors[1].revents != 0 {
      var status: Int32 = 0
      if cpt_wait(process.pid, &status) {
        let signal = Int(cpt_signal(status))
        exitStatus = signal == 0 ? .code(Int(cpt_exit_code(status))) : .signal(signal)
      }
    }
    return hasOutput
  }

  private func readOutput() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(process.main_fd, &bytes, bytes.count)
    guard count > 0 else { return false }
    transcript.append(contentsOf: bytes[..<count])
    let answer = model.take(bytes[..<count])
    if !answer.isEmpty { send(answer) }
    return true
  }

  private static func settings(of descriptor: Int32) -> String {
    var text = [CChar](repeating: 0, count: 1024)
    guard cpt_settings(descriptor, &text, Int32(text.count)) else { return "unreadable" }
    return Self.text(text)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// Where the built programs are.
public enum BuiltProducts {
  /// The path of an executable beside the test bundle.
  public static func path(of name: String) -> String {
    let bundle = String(cString: cpt_bundle_path())
    let folder = bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/" + name
  }
}
