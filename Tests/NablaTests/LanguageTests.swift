// The language in use, as the program finds it: sessions in it, by option and by locale.

import Foundation
import TestSupport
import Testing
import Translation

@Suite struct LanguageTests {
  static let session = "# # Xyzzy\n#\n# Words.\n\nx = [1, 2]\nprint x\n"
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
      #expect(!list.output.contains("Xyzzy"))
      #expect(!list.output.contains(".tr"))
    }
    let list = try Command.run(["sessions", "--language", "en"], home: home)
    #expect(list.output.contains("Xyzzy. Words."), "\(list)")
  }

  @Test func aNameOpensTheTwinOfTheLanguage() throws {
    let home = try folder()
    for (arguments, environment, shown) in [
      (["a"], ["LC_ALL": "tr_TR.UTF-8"], "Sözler."), (["a", "--language", "tr"], [:], "Sözler."),
      (["a"], [:], "Words."), (["a.tr"], [:], "Sözler."),
      (["a", "--language", "en"], [:], "Words."),
      (["sessions/a.nabla", "--language", "tr"], [:], "Sözler."),
      (["sessions/a.nabla", "--language", "en"], [:], "Words."),
      (["sessions/a.tr.nabla", "--language", "en"], [:], "Sözler."),
      (["sessions/a.en", "--language", "tr"], [:], "Words."),
      (["a.en", "--language", "tr"], [:], "Words."), (["a.en"], [:], "Words."),
      (["a.en.nabla", "--language", "tr"], [:], "Words."),
      (["sessions/a", "--language", "tr"], [:], "Sözler."),
    ] {
      let result = try Command.run(["--plain"] + arguments, home: home, environment: environment)
      #expect(result.output.contains(shown), "\(arguments) \(result)")
    }
    let typed = try Command.run(
      ["--language", "tr"], input: "open a\nverify a\nverify a.tr\n", home: home)
    #expect(typed.output.contains("Sözler."), "\(typed)")
    #expect(typed.output.contains("\nsessions/a.nabla: doğrulandı\n"), "\(typed)")
    #expect(typed.output.contains("a.tr.nabla doğrulandı: "), "\(typed)")
  }

  /// A file that is named opens in the language too, and says so; what is then saved is what was
  /// opened. A translation that says something else is not taken for it.
  @Test func aFileOpensAsItsTwinWhileTheySayTheSame() throws {
    let home = try folder()
    let (file, twin) = ("sessions/a.nabla", "sessions/a.tr.nabla")
    let first = try Command.run(
      ["--plain", file, "--language", "tr"], input: "save\n", home: home)
    let says = "Türkçesi açıldı: İngilizcesini open a.en açar"
    #expect(first.output.contains(says), "\(first)")
    #expect(try home.read(file) == Self.session)
    let saved = try home.read(twin)
    #expect(saved.contains("# # Başlık") && saved.contains("#> x [2] = [1, 2]"), "\(saved)")
    // Now it has recorded lines that the original lacks.
    let second = try Command.run(
      ["--plain", "--language", "tr"], input: "open \(file)\nsave\nopen a.tr\n", home: home)
    #expect(second.output.contains("Words."), "\(second)")
    let differs = "çevirisi farklı: onu open a.tr açar"
    #expect(second.output.contains(differs), "\(second)")
    #expect(second.output.contains("Sözler."), "\(second)")
    #expect(try home.read(twin) == saved)
    #expect(try home.read(file).contains("# # Xyzzy"))
    // Executing, recording and verifying take the file that is named.
    for command in [["run"], ["run", "--record"], ["verify"]] {
      let done = try Command.run(command + [file, "--language", "tr"], home: home)
      #expect(done.code == 0, "\(done)")
      #expect(!done.output.contains("Sözler."), "\(done)")
    }
    // Elsewhere than in the library the name has its folder.
    _ = try home.write(Self.session, to: "b.nabla")
    _ = try home.write(Self.twin, to: "b.tr.nabla")
    let other = try Command.run(
      ["--plain", home.work + "/b.nabla", "--language", "tr"], home: home)
    #expect(other.output.contains("open \(home.work)/b.en açar"), "\(other)")
    let english = try Command.run(
      ["--plain", home.work + "/b.en", "--language", "tr"], home: home)
    #expect(english.output.contains("Words."), "\(english)")
    // A file that cannot be read as a session is no translation.
    _ = try home.write("#@ nabla 99\n", to: twin)
    let third = try Command.run(["--plain", file, "--language", "tr"], home: home)
    #expect(third.output.contains("Words."), "\(third)")
  }

  /// Every summary of an option, an argument and a command, as the program itself tells them.
  @Test func everyOptionHasATranslation() throws {
    let home = try Home()
    let dump = try Command.run(["--experimental-dump-help"], home: home)
    let found = Self.summaries(try JSONSerialization.jsonObject(with: Data(dump.output.utf8)))
    #expect(found.count > 25)
    for text in found {
      for line in text.split(separator: "\n") {
        #expect(DisplayLanguage.turkish.translation(of: String(line)) != nil, "\(line)")
      }
    }
    for command in ["prompt", "run", "verify", "replay", "render", "export", "sessions"] {
      let help = try Command.run([command, "--help", "--language", "tr"], home: home)
      #expect(help.code == 0)
      for english in ["OPTIONS", "default:", "values:", "Show "] {
        #expect(!help.output.contains(english), "\(help)")
      }
    }
  }

  private static func summaries(_ value: Any) -> Set<String> {
    switch value {
    case let list as [Any]: return list.reduce(into: []) { $0.formUnion(summaries($1)) }
    case let object as [String: Any]:
      return object.reduce(into: []) { found, entry in
        if ["abstract", "discussion"].contains(entry.key), let text = entry.value as? String {
          found.insert(text)
        } else {
          found.formUnion(summaries(entry.value))
        }
      }
    default: return []
    }
  }

  @Test func mistakesAreSaidInTheLanguage() throws {
    let home = try folder()
    let bad = try home.write("a = 1\nprnt a\n", to: "bad.nabla")
    let run = try Command.run(["run", bad, "--language", "tr"], home: home)
    #expect(run.code == 1)
    #expect(run.output.contains("hata: 'prnt' bir fiil değil"), "\(run)")
    #expect(run.output.contains("ipucu: şunu mu demek istediniz: 'print'?"), "\(run)")
    let usage = try Command.run(["run", bad, "--threads", "7", "--language", "tr"], home: home)
    #expect(usage.code == 2)
    #expect(usage.errors.hasPrefix("Hata: --threads 1 ya da 2 olmalı, 7 değil\nKullanım: "))
    let missing = try Command.run(["verify", "none.nabla", "--language", "tr"], home: home)
    #expect(missing.errors.hasPrefix("hata: 'none.nabla' okunamıyor: "), "\(missing)")
    // For other programs it stays English.
    let json = try Command.run(["run", bad, "--format", "json", "--language", "tr"], home: home)
    #expect(json.output.contains("'prnt' is not a verb"), "\(json)")
  }

  /// The same bits and words in the file, whatever language nabla speaks.
  @Test func whatIsRecordedIsTheSame() throws {
    let home = try Home()
    let script = "x = param([2], init=normal)\nL = mean(x ** 2)\ntrain L with sgd(lr=0.1) steps=3\n"
    var texts: [String] = []
    for language in ["en", "tr"] {
      let file = try home.write(script + "help mean\ndiagnose\nL\n", to: "a.nabla")
      let run = try Command.run(["run", "--record", file, "--language", language], home: home)
      #expect(run.code == 0, "\(run)")
      texts.append(try home.read("a.nabla"))
      let export = try Command.run(["export", file, "--language", language], home: home)
      texts.append(export.output)
    }
    #expect(texts[0] == texts[2])
    #expect(texts[1] == texts[3])
  }
}
