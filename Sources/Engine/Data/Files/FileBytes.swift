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

  /// A path as it is where something stands there, else in `folder` if something stands there, so
  /// that a session finds the files beside it from wherever it is run.
  static func path(_ path: String, orIn folder: String?) -> String {
    guard let folder, !path.isEmpty, !path.hasPrefix("/"), access(path, F_OK) != 0 else {
      return path
    }
    let beside = folder + "/" + path
    return access(beside, F_OK) == 0 ? beside : path
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

extension FileBytes {
  /// Writes a file in one piece: a temporary file in the same folder takes the name, so that at
  /// every moment the name holds either the old or the new content.
  static func write(_ bytes: [UInt8], to path: String) throws(EngineError) {
    guard !path.isEmpty else { throw EngineError("the path of the file is empty") }
    guard !path.utf8.contains(0) else { throw EngineError("'\(path)' is not a name of a file") }
    var status = stat()
    var permissions: mode_t = 0o666
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw EngineError("'\(path)' is a folder, not a file")
      default: throw EngineError("'\(path)' is a device or a pipe, not a file")
      }
      // Renaming would not ask whether the file itself may be written.
      guard access(path, W_OK) == 0 else { throw unwritable(path, errno) }
      permissions = status.st_mode & 0o777
    }
    let target = realpath(path, nil).map { real in
      defer { free(real) }
      return String(cString: real)
    }
    let name = target ?? path
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(name[...$0]) } ?? ""
    let (file, temporary) = try createTemporary(in: folder, permissions, path)
    var code = writeAll(bytes, to: file)
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, name) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw unwritable(path, code)
    }
  }

  private static func createTemporary(
    in folder: String, _ permissions: mode_t, _ path: String
  ) throws(EngineError) -> (Int32, String) {
    // A file left by a killed writer is stepped over.
    for attempt in 0..<100 {
      let name = "\(folder).nabla-\(getpid())-\(attempt).tmp"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
      if file >= 0 { return (file, name) }
      if errno != EEXIST { throw unwritable(path, errno) }
    }
    throw EngineError("'\(path)' cannot be written: too many temporary files in its folder")
  }

  /// The error number, 0 when all is written.
  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(file, part.baseAddress, part.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  private static func unwritable(_ path: String, _ code: Int32) -> EngineError {
    switch code {
    case ENOENT, ENOTDIR:
      return EngineError("'\(path)' cannot be written: its folder does not exist")
    case EACCES, EPERM: return EngineError("no permission to write '\(path)'")
    default:
      let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
      return EngineError("'\(path)' cannot be written: \(reason)")
    }
  }
}
