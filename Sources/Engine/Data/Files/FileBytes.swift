// A whole file as bytes, with an error that says what is the matter with it.

internal import Glibc

enum FileBytes {
  /// The contents of a regular file of at most `limit` bytes.
  ///
  /// Throws for everything a path can lead to instead: nothing, a folder, a device or pipe (never
  /// waited on), a file that may not be read or is too large.
  static func read(_ path: String, limit: Int) throws(EngineError) -> [UInt8] {
    guard !path.isEmpty else { throw EngineError("the path of the file is empty") }
    guard !path.utf8.contains(0) else { throw EngineError("'\(path)' does not exist") }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw EngineError("'\(path)' is a folder, not a file")
    default: throw EngineError("'\(path)' is a device or a pipe, not a file")
    }
    guard status.st_size <= limit else { throw tooLarge(path, limit) }
    return try contents(file, path: path, expected: status.st_size, limit: limit)
  }

  private static func contents(
    _ file: Int32, path: String, expected: Int, limit: Int
  ) throws(EngineError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(expected, limit)))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      if count == 0 { return bytes }
      // A file may grow while it is read, and those of /proc say 0.
      guard bytes.count + count <= limit else { throw tooLarge(path, limit) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> EngineError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    return EngineError("'\(path)' is larger than \(size)", hint: "use a part of it")
  }

  private static func failure(_ path: String, _ code: Int32) -> EngineError {
    switch code {
    case ENOENT, ENOTDIR: return EngineError("'\(path)' does not exist")
    case EACCES, EPERM: return EngineError("no permission to read '\(path)'")
    default:
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      return EngineError("'\(path)' cannot be read: \(reason)")
    }
  }
}
