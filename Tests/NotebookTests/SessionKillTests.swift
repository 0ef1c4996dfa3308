import Glibc
import Language
import Notebook
import Testing

/// A writer that dies in the middle: the system ends it when its file grows past a limit.
struct SessionKillTests {
  let folder = TemporaryFolder()

  @Test func killedInTheMiddleOfAWriteTheOldFileStands() async {
    folder.write("old", "x.nabla")
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String] in
      signal(SIGXFSZ, SIG_DFL)
      // The thread that runs this holds signals back.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGXFSZ)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      var limit = rlimit(rlim_cur: 100, rlim_max: 100)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try SessionFile.write(String(repeating: "n", count: 1000), path: "\(path)/x.nabla")
    }
    #expect(folder.read("x.nabla") == "old")
    // What the writer left is out of the way of the next one, and no session.
    #expect(folder.names.count == 2)
    #expect(Autosave.leftovers(in: folder.path) { _ in false } == [])
  }

  @Test func aWriteThatFailsLeavesNothing() async {
    folder.write("old", "x.nabla")
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100, rlim_max: 100)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let error = #expect(throws: Diagnostic.self) {
        try SessionFile.write(String(repeating: "n", count: 1000), path: "\(path)/x.nabla")
      }
      #expect(error?.message == "cannot write '\(path)/x.nabla': the file is too large")
    }
    #expect(folder.names == ["x.nabla"])
    #expect(folder.read("x.nabla") == "old")
  }
}
