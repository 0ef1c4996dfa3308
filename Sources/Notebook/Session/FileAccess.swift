// Reading and writing whole files through the C library. A write is atomic: at every moment the
// name holds either the old or the new content. Messages are in English whatever the locale.

import Glibc
import Language

/// Whole files.
enum FileAccess {
  /// Reads a regular file of at most `limit` bytes; a longer one gives `limit + 1` bytes.
  static func read(_ path: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    let failure = "cannot read \(SessionMessage.quoted(path))"
    // Without O_NONBLOCK opening a pipe would wait for its writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Diagnostic("\(failure): \(reason(errno))") }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Diagnostic("\(failure): \(reason(errno))") }
    if isDirectory(status) { throw Diagnostic("\(failure): it is a folder") }
    guard isRegular(status) else { throw Diagnostic("\(failure): it is not a regular file") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(Int(status.st_size), limit + 1)))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &buffer, min(buffer.count, limit + 1 - bytes.count))
      if count < 0 {
        if errno == EINTR { continue }
        throw Diagnostic("\(failure): \(reason(errno))")
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// Writes a file in one piece: a temporary file in the same folder, flushed to the disk, takes
  /// the name. An existing file's permissions are kept; a link's target is replaced, not the link.
  static func write(
    _ bytes: [UInt8], to path: String, permissions: mode_t = 0o666
  ) throws(Diagnostic) {
    let failure = "cannot write \(SessionMessage.quoted(path))"
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists {
      if isDirectory(status) { throw Diagnostic("\(failure): it is a folder") }
      guard isRegular(status) else { throw Diagnostic("\(failure): it is not a regular file") }
      // Renaming would not ask whether the file itself may be written.
      guard access(target, W_OK) == 0 else { throw Diagnostic("\(failure): \(reason(errno))") }
    }
    let (file, temporary) = try createTemporary(for: target, permissions, failure)
    var error: Int32 = 0
    if exists, fchmod(file, status.st_mode & 0o7777) != 0 { error = errno }
    if error == 0 { error = writeAll(bytes, to: file) }
    if error == 0, fsync(file) != 0 { error = errno }
    if close(file) != 0, error == 0 { error = errno }
    if error == 0, rename(temporary, target) != 0 { error = errno }
    guard error == 0 else {
      unlink(temporary)
      throw Diagnostic("\(failure): \(reason(error))")
    }
    // The new name itself reaches the disk with its folder; where that cannot be asked for, the
    // content is safe all the same.
    let folder = open(Self.folder(of: target), O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Creates a folder and those above it, for this user alone.
  static func createFolder(_ path: String) throws(Diagnostic) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += (prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/") + part
      if mkdir(prefix, 0o700) != 0, errno != EEXIST, errno != EISDIR {
        // A folder above may exist and not be writable; only the last word counts.
        let error = errno
        guard isFolder(prefix) else {
          throw Diagnostic(
            "cannot create the folder \(SessionMessage.quoted(path)): \(reason(error))")
        }
      }
    }
    guard isFolder(path) else {
      throw Diagnostic("cannot create the folder \(SessionMessage.quoted(path)): a file is there")
    }
  }

  /// Creates an empty file; false when the name is taken.
  static func claim(_ path: String) throws(Diagnostic) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file < 0 {
      if errno == EEXIST { return false }
      throw Diagnostic("cannot write \(SessionMessage.quoted(path)): \(reason(errno))")
    }
    close(file)
    return true
  }

  /// Whether a regular file is there that holds nothing.
  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && isRegular(status) && status.st_size == 0
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && isDirectory(status)
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset)
      names.append(String(cString: start.assumingMemoryBound(to: CChar.self)))
    }
    return names.sorted()
  }

  /// When a file was last written, in nanoseconds since 1970; nil for anything but a regular file.
  static func modified(_ path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, isRegular(status) else { return nil }
    return Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
  }

  /// What an error number means.
  static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "no such file or folder"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case EEXIST: "it exists already"
    case ENOSPC: "no space left on the disk"
    case EDQUOT: "the disk quota is used up"
    case EROFS: "the file system is read-only"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "too many links"
    case EMFILE, ENFILE: "too many open files"
    case EFBIG: "the file is too large"
    case EIO: "the disk failed"
    default: "error \(code)"
    }
  }

  private static func createTemporary(
    for target: String, _ permissions: mode_t, _ failure: String
  ) throws(Diagnostic) -> (file: Int32, path: String) {
    let base = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.utf8.index(after: $0) }
    let name = Substring(target.utf8[(base ?? target.startIndex)...])
    let folder = Substring(target.utf8[..<(base ?? target.startIndex)])
    // Long names leave no room for a longer one, so only the beginning is repeated; the process
    // and a count keep two writers apart. A file left by a killed writer is stepped over.
    let stem = String(name.prefix(40))
    for attempt in 0..<100 {
      let path = "\(folder).\(stem).\(getpid())-\(attempt).tmp"
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
      if file >= 0 { return (file, path) }
      if errno != EEXIST { throw Diagnostic("\(failure): \(reason(errno))") }
    }
    throw Diagnostic("\(failure): too many temporary files are left in its folder")
  }

  /// The error number, 0 when all is written.
  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  /// The file that a chain of links ends at; the path itself where there is none.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(Substring(path.utf8[..<slash]))
  }

  private static func isDirectory(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
}
