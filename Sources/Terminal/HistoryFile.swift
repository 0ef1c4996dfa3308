// The history of entered lines on disk: one entry a line, so that `tail` and `grep` work; several
// programs may append to it at once.

import Glibc

/// A file of entered lines, oldest first.
///
/// An entry takes one line: `\n` stands for a line break in it and `\\` for a backslash. Appending
/// is a single write under a lock; a torn last line does not spoil the next entry. Nothing here
/// fails loudly: without a readable or writable file there is no history, and `problem` says why.
public final class HistoryFile {
  /// Entries that are kept.
  public static let limit = 10_000
  public let path: String
  /// What went wrong last, for whoever wants to tell.
  public private(set) var problem: String?

  private static let byteLimit = 16 << 20
  private static let entryLimit = 1 << 20

  public init(path: String) {
    self.path = path
  }

  /// The newest entries, oldest first. A file that grew far beyond the limit is shortened.
  public func load() -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno != ENOENT { note("read") }
      return []
    }
    defer { Glibc.close(file) }
    guard let bytes = readTail(of: file) else { return [] }
    var lines = bytes.split(separator: 0x0A)
    let isLong = lines.count > Self.limit + Self.limit / 10 || bytes.count >= Self.byteLimit
    if lines.count > Self.limit { lines.removeFirst(lines.count - Self.limit) }
    let entries = lines.map(Self.decoded)
    if isLong { shorten() }
    return entries
  }

  /// Adds an entry at the end.
  public func append(_ entry: String) {
    guard entry.utf8.count <= Self.entryLimit, let file = openLocked() else { return }
    defer { Glibc.close(file) }
    var line = Self.encoded(entry)
    line.append(0x0A)
    if endsTorn(file) { line.insert(0x0A, at: 0) }
    if write(file, line, line.count) != line.count { note("write") }
  }

  // MARK: Format

  static func encoded(_ entry: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0: break
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  static func decoded(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var escaped = false
    for byte in line where byte != 0 {
      if escaped {
        if byte == 0x6E {
          bytes.append(0x0A)
        } else if byte == 0x5C {
          bytes.append(0x5C)
        } else {
          bytes.append(contentsOf: [0x5C, byte])
        }
        escaped = false
      } else if byte == 0x5C {
        escaped = true
      } else {
        bytes.append(byte)
      }
    }
    if escaped { bytes.append(0x5C) }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Files

  private func note(_ action: String) {
    problem = "cannot \(action) the history file \(path): \(String(cString: strerror(errno)))"
  }

  private func readTail(of file: Int32) -> [UInt8]? {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      problem = "cannot read the history file \(path): it is not a regular file"
      return nil
    }
    let start = max(0, Int(status.st_size) - Self.byteLimit)
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) - start)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress?.advanced(by: filled), $0.count - filled, start + filled)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    // A cut entry at the front is none.
    if start > 0, let end = bytes.firstIndex(of: 0x0A) { bytes.removeFirst(end + 1) }
    return bytes
  }

  /// Opens for appending, with the lock on the file that the path names at that moment: shortening
  /// puts another one there.
  private func openLocked() -> Int32? {
    for _ in 0..<8 {
      let file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard file >= 0 else {
        note("write")
        return nil
      }
      var ours = stat()
      var named = stat()
      guard fstat(file, &ours) == 0, ours.st_mode & S_IFMT == S_IFREG, flock(file, LOCK_EX) == 0
      else {
        problem = "cannot write the history file \(path): it is not a regular file"
        Glibc.close(file)
        return nil
      }
      if stat(path, &named) == 0, named.st_ino == ours.st_ino, named.st_dev == ours.st_dev {
        return file
      }
      Glibc.close(file)
    }
    return nil
  }

  private func endsTorn(_ file: Int32) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return false }
    var last: UInt8 = 0
    return pread(file, &last, 1, status.st_size - 1) == 1 && last != 0x0A
  }

  private func shorten() {
    guard let file = openLocked() else { return }
    defer { Glibc.close(file) }
    // Read again under the lock: another program may have appended meanwhile.
    guard let bytes = readTail(of: file) else { return }
    let lines = bytes.split(separator: 0x0A).suffix(Self.limit)
    let temporary = "\(path).\(getpid())"
    let new = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { return }
    let content = [UInt8](lines.joined(separator: [0x0A])) + [0x0A]
    let written = write(new, content, content.count)
    Glibc.close(new)
    if written != content.count || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
