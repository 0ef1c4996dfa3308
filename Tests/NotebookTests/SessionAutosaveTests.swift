import Glibc
import Language
import Notebook
import Testing

struct SessionAutosaveTests {
  let folder = TemporaryFolder()
  var journal: String { folder.path + "/state/autosave" }
  let cells = [
    Cell(number: 1, prose: "Notes"),
    Cell(number: 2, source: "a = 1", outputs: [.text("1")], status: .done, digest: "ab", time: 1),
    Cell(number: 3, source: "b", error: Diagnostic("unknown name 'b'"), status: .failed),
  ]

  func autosave(_ process: Int32, file: String? = nil) throws -> Autosave {
    try Autosave(folder: journal, process: process, counter: 1, originalFile: file)
  }

  @Test func aSessionIsKeptAndForgotten() throws {
    let autosave = try autosave(4711, file: "xor.nabla")
    try autosave.store(cells: cells, header: SessionHeader(seed: 3))
    #expect(autosave.path == "\(journal)/4711-1.nabla")
    #expect(
      folder.read("state/autosave/4711-1.nabla") == """
        #@ nabla 1  seed 3  autosave 4711 xor.nabla
        # Notes
        a = 1
        #> 1
        #@ t 1  digest ab
        b
        #> error: unknown name 'b'

        """)
    #expect(folder.permissions("state/autosave/4711-1.nabla") == 0o600)
    #expect(folder.permissions("state/autosave") == 0o700)
    autosave.remove()
    #expect(folder.read("state/autosave/4711-1.nabla") == nil)
  }

  @Test func leftoversOfTheDead() throws {
    try autosave(100).store(cells: cells, header: SessionHeader())
    try autosave(200, file: "/a b/100%  ü.nabla").store(cells: cells, header: SessionHeader())
    try autosave(300).store(cells: cells, header: SessionHeader())
    _ = try autosave(400)
    setTime("100-1.nabla", 2000)
    setTime("200-1.nabla", 1000)
    folder.write("x", "state/autosave/notes.nabla")
    folder.write("torn", "state/autosave/.100-1.nabla.100-0.tmp")
    folder.write("\0\0", "state/autosave/500-1.nabla")
    let found = Autosave.leftovers(in: journal) { $0 == 300 }
    #expect(found.map(\.id) == ["100-1", "200-1"])
    #expect(found.map(\.process) == [100, 200])
    #expect(found.map(\.originalFile) == [nil, "/a b/100%  ü.nabla"])
    #expect(found.map(\.cellCount) == [2, 2])
    #expect(found.map(\.modified) == [2_000_000_000_000, 1_000_000_000_000])
  }

  @Test func noFolderNoLeftovers() {
    #expect(Autosave.leftovers(in: "/nonexistent/x") { _ in false } == [])
  }

  @Test func processNumbersComeAgain() throws {
    try autosave(100).store(cells: cells, header: SessionHeader())
    let next = try autosave(100)
    #expect(next.id == "100-2")
    try next.store(cells: cells, header: SessionHeader())
    // The number is alive, for it is ours; what we did not write is left over all the same.
    let found = Autosave.leftovers(in: journal, own: [next.id]) { $0 == 100 }
    #expect(found.map(\.id) == ["100-1"])
  }

  @Test func takingOver() throws {
    try autosave(100, file: "xor.nabla").store(cells: cells, header: SessionHeader(seed: 9))
    let leftover = try #require(Autosave.leftovers(in: journal) { _ in false }.first)
    var first = try autosave(200)
    var second = try autosave(300)
    let document = try first.adopt(leftover, verbs: testVerbs)
    #expect(document.header == SessionHeader(seed: 9))
    #expect(document.cells.map(\.source) == ["", "a = 1", "b"])
    #expect(first.originalFile == "xor.nabla")
    // Killed now, it is still there.
    #expect(Autosave.leftovers(in: journal) { $0 == 300 }.map(\.id) == ["200-1"])
    let error = #expect(throws: Diagnostic.self) { try second.adopt(leftover, verbs: testVerbs) }
    #expect(error?.message == "the session '100-1' is no longer there")
  }

  @Test func discarding() throws {
    try autosave(100).store(cells: cells, header: SessionHeader())
    for leftover in Autosave.leftovers(in: journal, isAlive: { _ in false }) {
      Autosave.discard(leftover)
    }
    #expect(Autosave.leftovers(in: journal) { _ in false } == [])
  }

  @Test func remainsOfTheDeadGo() throws {
    _ = try autosave(100)
    _ = try autosave(200)
    folder.write("torn", "state/autosave/.100-1.nabla.100-0.tmp")
    folder.write("torn", "state/autosave/.200-1.nabla.200-0.tmp")
    folder.write("mine", "state/autosave/.other.tmp")
    try autosave(100).store(cells: cells, header: SessionHeader())
    Autosave.removeRemains(in: journal) { $0 == 200 }
    #expect(folder.read("state/autosave/100-1.nabla") == nil)
    #expect(folder.read("state/autosave/100-2.nabla") != nil)
    #expect(folder.read("state/autosave/200-1.nabla") != nil)
    #expect(folder.read("state/autosave/.100-1.nabla.100-0.tmp") == nil)
    #expect(folder.read("state/autosave/.200-1.nabla.200-0.tmp") != nil)
    #expect(folder.read("state/autosave/.other.tmp") != nil)
  }

  @Test func aFolderThatCannotBe() {
    folder.write("f", "file")
    let path = folder.path + "/file/autosave"
    let error = #expect(throws: Diagnostic.self) {
      try Autosave(folder: path, process: 1, counter: 1)
    }
    #expect(
      error?.message == "cannot create the folder '\(path)': a part of the path is not a folder")
    let plain = folder.path + "/file"
    let second = #expect(throws: Diagnostic.self) {
      try Autosave(folder: plain, process: 1, counter: 1)
    }
    #expect(second?.message == "cannot create the folder '\(plain)': a file is there")
  }

  private func setTime(_ name: String, _ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    utimensat(AT_FDCWD, "\(journal)/\(name)", [time, time], 0)
  }
}
