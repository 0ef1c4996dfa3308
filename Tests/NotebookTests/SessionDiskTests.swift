import Glibc
import Language
import Notebook
import Testing

struct SessionDiskTests {
  let folder = TemporaryFolder()

  func message(_ body: () throws(Diagnostic) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return error.message + (error.hint.map { " | \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("xor", "xor.nabla"), ("xor.nabla", "xor.nabla"), ("xor.nabla.nabla", "xor.nabla"),
    ("a/b", "a/b.nabla"), ("/tmp/no-such/x", "/tmp/no-such/x.nabla"), ("~/x", "/home/me/x.nabla"),
    (" xor ", "xor.nabla"), ("my net", "my net.nabla"), ("v1.2", "v1.2.nabla"),
    ("~x", "~x.nabla"),
  ])
  func namesBecomePaths(_ name: String, _ path: String) throws {
    #expect(try SessionFile.path(forName: name, home: "/home/me") == path)
  }

  @Test func refusedNames() {
    func refusal(_ name: String, home: String? = "/home/me") -> String? {
      message { () throws(Diagnostic) in _ = try SessionFile.path(forName: name, home: home) }
    }
    #expect(refusal("") == "a session needs a name | save xor")
    #expect(refusal("  ") == "a session needs a name | save xor")
    #expect(refusal("a/") == "'a/' is a folder | name a file in it")
    #expect(refusal("/tmp") == "'/tmp' is a folder | name a file in it")
    #expect(refusal("..") == "'..' is a folder | name a file in it")
    #expect(refusal(".nabla") == "'.nabla' is a folder | name a file in it")
    #expect(refusal("a\0b") == "a file name cannot hold a zero byte")
    #expect(refusal("~/x", home: nil) == "'~' has no meaning here: the home folder is not known")
  }

  @Test func titles() {
    #expect(SessionFile.title(forPath: "a/xor.nabla") == "xor")
    #expect(SessionFile.title(forPath: "notes.txt") == "notes.txt")
    #expect(SessionFile.title(forPath: ".nabla") == ".nabla")
  }

  @Test func aFileIsWrittenAndReadBack() throws {
    let path = "\(folder.path)/x.nabla"
    try SessionFile.write("a = 1\n", path: path)
    #expect(folder.read("x.nabla") == "a = 1\n")
    #expect(try SessionFile.read(path: path, verbs: testVerbs).cells.map(\.source) == ["a = 1"])
    try SessionFile.write("b = 2\n", path: path)
    #expect(folder.read("x.nabla") == "b = 2\n")
    #expect(folder.names == ["x.nabla"])
  }

  @Test func aSessionFindsTheFilesBesideIt() throws {
    folder.write("the man sees the boy\n", "beside.txt")
    folder.write("width,kind\n1,a\n2,b\n", "beside.csv")
    let source = """
      w = param([2], init=ones)
      save_safetensors("\(folder.path)/beside.safetensors", w=w)
      f = load("beside.safetensors")
      expect f["w"] == [1, 1]
      expect text("beside.txt") == "the man sees the boy\\n"
      d = csv("beside.csv", target="kind")
      expect d.x == [[1], [2]]
      net = dense(1)
      y = net([[1]])
      save_weights(net, "\(folder.path)/net.safetensors")
      load_weights(net, "net.safetensors")
      g = load("none.safetensors")
      """
    folder.write(source, "beside.nabla")
    let document = try SessionFile.read(path: "\(folder.path)/beside.nabla", verbs: testVerbs)
    let cells = SessionRunner.execute(
      document, in: SessionRunner.notebook(for: document, title: "beside"))
    // What is shown does not tell where the session stands.
    #expect(
      cells.first { $0.source.hasPrefix("f = ") }?.recordedLines.map(\.text)
        == ["f: beside.safetensors, 1 tensor, 2 numbers"])
    let last = try #require(cells.last)
    #expect(last.source.hasPrefix("g = "))
    #expect(last.error?.message == "'none.safetensors' does not exist")
    // Text from elsewhere has no folder.
    let loose = Notebook()
    #expect(loose.apply("text(\"beside.txt\")").error?.message == "'beside.txt' does not exist")
  }

  @Test func permissionsAreKept() throws {
    folder.write("old", "x.nabla")
    chmod("\(folder.path)/x.nabla", 0o640)
    try SessionFile.write("new", path: "\(folder.path)/x.nabla")
    #expect(folder.permissions("x.nabla") == 0o640)
  }

  @Test func aLinkStaysALink() throws {
    folder.write("old", "real.nabla")
    symlink("real.nabla", "\(folder.path)/link.nabla")
    try SessionFile.write("new", path: "\(folder.path)/link.nabla")
    #expect(folder.read("real.nabla") == "new")
    var status = stat()
    lstat("\(folder.path)/link.nabla", &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aTemporaryFileLeftBehindIsSteppedOver() throws {
    folder.write("torn", ".x.nabla.\(getpid())-0.tmp")
    try SessionFile.write("whole", path: "\(folder.path)/x.nabla")
    #expect(folder.read("x.nabla") == "whole")
    #expect(folder.names == [".x.nabla.\(getpid())-0.tmp", "x.nabla"])
  }

  @Test func longAndForeignNames() throws {
    for name in [String(repeating: "n", count: 240), "näme 漢字 \u{1B}", "-n"] {
      try SessionFile.write("a", path: "\(folder.path)/\(name)")
      #expect(folder.read(name) == "a")
    }
  }

  @Test func refusedWrites() {
    func refusal(_ path: String) -> String? {
      message { () throws(Diagnostic) in try SessionFile.write("a", path: path) }
    }
    let folder = folder.path
    #expect(
      refusal("\(folder)/no/x.nabla")
        == "cannot write '\(folder)/no/x.nabla': no such file or folder")
    #expect(refusal(folder) == "cannot write '\(folder)': it is a folder")
    #expect(refusal("/dev/null") == "cannot write '/dev/null': it is not a regular file")
    let long = String(repeating: "n", count: 300)
    #expect(
      refusal("\(folder)/\(long)") == "cannot write '\(folder)/\(long)': the name is too long")
    self.folder.write("f", "file")
    #expect(
      refusal("\(folder)/file/x")
        == "cannot write '\(folder)/file/x': a part of the path is not a folder")
    #expect(self.folder.names == ["file"])
  }

  /// Permissions bind only those who are not root.
  @Test(.enabled(if: geteuid() != 0))
  func refusedByPermissions() {
    let path = "\(folder.path)/x.nabla"
    folder.write("old", "x.nabla")
    chmod(path, 0o444)
    #expect(
      message { () throws(Diagnostic) in try SessionFile.write("new", path: path) }
        == "cannot write '\(path)': permission denied")
    #expect(folder.read("x.nabla") == "old")
  }

  @Test func refusedReads() {
    func refusal(_ path: String) -> String? {
      message { () throws(Diagnostic) in _ = try SessionFile.read(path: path, verbs: [:]) }
    }
    #expect(
      refusal("\(folder.path)/no.nabla")
        == "cannot read '\(folder.path)/no.nabla': no such file or folder")
    #expect(refusal(folder.path) == "cannot read '\(folder.path)': it is a folder")
    #expect(refusal("/dev/zero") == "cannot read '/dev/zero': it is not a regular file")
    mkfifo("\(folder.path)/pipe", 0o600)
    #expect(
      refusal("\(folder.path)/pipe")
        == "cannot read '\(folder.path)/pipe': it is not a regular file")
    #expect(refusal("a\u{1B}b") == "cannot read 'a␛b': no such file or folder")
  }
}
