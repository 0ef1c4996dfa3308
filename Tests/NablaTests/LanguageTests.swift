// The language in use, as the program finds it: sessions in it, by option and by locale.

import Foundation
import TestSupport
import Testing

@Suite struct LanguageTests {
  static let session = "# # Title\n#\n# Words.\n\nx = [1, 2]\nprint x\n"
  static let twin = "# # Başlık\n#\n# Sözler.\n\nx = [1, 2]\nprint x\n"

  private func folder() throws -> Home {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.work + "/sessions", withIntermediateDirectories: true)
    _ = try home.write(Self.session, to: "sessions/a.nabla")
    _ = try home.write(Self.twin, to: "sessions/a.tr.nabla")
    return home
  }

  @Test func recordingCarriesOverAndVerifyingCompares() throws {
    let home = try folder()
    let run = try Command.run(["run", "--record", "sessions"], home: home)
    #expect(run.code == 0, "\(run)")
    #expect(!run.output.contains("Başlık"))
    let twin = try home.read("sessions/a.tr.nabla")
    #expect(twin.contains("# # Başlık") && twin.contains("#> x [2] = [1, 2]"), "\(twin)")
    let good = try Command.run(["verify", "sessions"], home: home)
    #expect(good.code == 0)
    #expect(
      good.output == """
        sessions/a.nabla: verified
        sessions/a.tr.nabla: verified as a translation of sessions/a.nabla

        """)
    let edited = twin.replacing("#> x [2] = [1, 2]", with: "#> x [2] = [1, 3]")
    _ = try home.write(edited, to: "sessions/a.tr.nabla")
    let wrong = try Command.run(["verify", "sessions/a.tr.nabla"], home: home)
    #expect(wrong.code == 1)
    let (mine, other) = ("'#> x [2] = [1, 3]'", "'#> x [2] = [1, 2]'")
    #expect(wrong.output == "sessions/a.tr.nabla:9: \(mine), but a.nabla:9 has \(other)\n")
    _ = try home.write(Self.twin + "# Ek.\n", to: "sessions/a.tr.nabla")
    let more = try Command.run(["run", "--record", "sessions/a.nabla"], home: home)
    #expect(more.code == 0)
    #expect(
      more.errors == """
        error: 'sessions/a.tr.nabla' is not brought up to date: it has 2 paragraphs, the original 1
        hint: translate paragraph by paragraph; record again

        """)
    try FileManager.default.removeItem(atPath: home.work + "/sessions/a.nabla")
    let alone = try Command.run(["verify", "sessions"], home: home)
    #expect(alone.code == 1)
    #expect(alone.errors.hasPrefix("error: 'sessions/a.tr.nabla' translates 'sessions/a.nabla', "))
  }

  @Test func theListIsInTheLanguage() throws {
    let home = try folder()
    for (arguments, environment) in [
      (["--language", "tr"], [:]), ([], ["LC_ALL": "tr_TR.UTF-8"]), ([], ["LC_MESSAGES": "tr"]),
      (["--language", "tr"], ["LC_ALL": "C.UTF-8"]),
    ] {
      let list = try Command.run(
        ["sessions"] + arguments, home: home,
        environment: ["LC_ALL": ""].merging(environment) { $1 })
      #expect(list.output.contains("Başlık. Sözler.\n"), "\(list)")
      #expect(!list.output.contains("Title"))
      #expect(!list.output.contains(".tr"))
    }
    let list = try Command.run(["sessions", "--language", "en"], home: home)
    #expect(list.output.contains("Title. Words."), "\(list)")
  }

  @Test func aNameOpensTheTwinOfTheLanguage() throws {
    let home = try folder()
    for (arguments, environment, shown) in [
      (["a"], ["LC_ALL": "tr_TR.UTF-8"], "Sözler."), (["a", "--language", "tr"], [:], "Sözler."),
      (["a"], [:], "Words."), (["a.tr"], [:], "Sözler."),
      (["a", "--language", "en"], [:], "Words."),
      (["sessions/a.nabla", "--language", "tr"], [:], "Words."),
      (["sessions/a", "--language", "tr"], [:], "Sözler."),
    ] {
      let result = try Command.run(["--plain"] + arguments, home: home, environment: environment)
      #expect(result.output.contains(shown), "\(arguments) \(result)")
    }
    let typed = try Command.run(
      ["--language", "tr"], input: "open a\nverify a\nverify a.tr\n", home: home)
    #expect(typed.output.contains("Sözler."), "\(typed)")
    #expect(typed.output.contains("\nsessions/a.nabla: verified\n"), "\(typed)")
    #expect(typed.output.contains("a.tr.nabla: verified as a translation of "), "\(typed)")
  }
}
