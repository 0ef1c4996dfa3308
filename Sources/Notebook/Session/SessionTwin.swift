// A session's twin: `xor.tr.nabla` beside `xor.nabla` has the same commands and the same recorded
// lines, and its prose in another language. Here: their names, and whether a twin says the same.
// How a twin gets what its original recorded is in SessionTwin+Renewing.swift.

public import Language
public import Translation

/// Names and comparison of twins.
public enum SessionTwin {
  /// The language of a file that is a twin by its name, nil for every other file.
  ///
  ///     SessionTwin.language(ofPath: "sessions/xor.tr.nabla")  // .turkish
  public static func language(ofPath path: String) -> DisplayLanguage? {
    DisplayLanguage.allCases.first { language in
      // Originals are English.
      language != .english && path.hasSuffix(suffix(language))
        && path.utf8.count > suffix(language).utf8.count
        && !path.hasSuffix("/" + suffix(language))
    }
  }

  /// The file that a twin translates: `xor.nabla` for `xor.tr.nabla`; nil for what is no twin.
  public static func original(ofPath path: String) -> String? {
    language(ofPath: path).map { path.dropLast(suffix($0).count) + SessionFile.suffix }
  }

  /// The name of the session that a name with the originals' language means: `xor` for `xor.en` and
  /// for `xor.en.nabla`; nil for every other name.
  public static func originalName(of name: String) -> String? {
    let stem =
      name.hasSuffix(SessionFile.suffix) ? name.dropLast(SessionFile.suffix.count) : name[...]
    let ending = "." + DisplayLanguage.english.rawValue
    guard stem.hasSuffix(ending), stem.count > ending.count, !stem.hasSuffix("/" + ending) else {
      return nil
    }
    return String(stem.dropLast(ending.count))
  }

  /// Where the twin of a session is: `xor.tr.nabla` for `xor.nabla`; nil for the language of
  /// originals, and for what is a twin itself.
  public static func path(ofOriginal path: String, in language: DisplayLanguage) -> String? {
    guard language != .english, path.hasSuffix(SessionFile.suffix),
      Self.language(ofPath: path) == nil
    else { return nil }
    return path.dropLast(SessionFile.suffix.count) + suffix(language)
  }

  /// The first place where a twin says something else than its original; nil when it is its
  /// translation: the same header, commands, recorded lines and digests, and a paragraph wherever
  /// the original has one. Measured lines (`#~`) and times are left out.
  ///
  /// - Parameter name: The twin's file.
  public static func difference(
    twin: SessionDocument, original: SessionDocument, name: String
  ) -> Difference? {
    let place = VisibleText.line(name)
    // The two lie in one folder.
    let path = Self.original(ofPath: name) ?? name
    let other = VisibleText.line(path.split(separator: "/").last.map(String.init) ?? path)
    func differ(
      _ line: Int, _ mine: String?, _ otherLine: Int?, _ theirs: String?
    ) -> Difference {
      let mine = mine ?? "nothing more"
      let there = otherLine.map { "\(other):\($0)" } ?? other
      return Difference(
        line: line, message: "\(place):\(line): \(mine), but \(there) has \(theirs ?? "nothing")")
    }
    if twin.header != original.header {
      return differ(1, text(twin.header), 1, text(original.header))
    }
    let mine = parts(twin)
    let theirs = parts(original)
    for (new, old) in zip(mine, theirs) {
      guard new.key == old.key else { return differ(new.line, new.shown, old.line, old.shown) }
    }
    if mine.count < theirs.count {
      let old = theirs[mine.count]
      return differ(mine.last?.line ?? 1, nil, old.line, old.shown)
    }
    if theirs.count < mine.count {
      let new = mine[theirs.count]
      return differ(new.line, new.shown, nil, "nothing more")
    }
    return nil
  }

  /// What has to be the same: a line of a command or of what was recorded, or the mere presence of
  /// a paragraph.
  private struct Part {
    var key: String
    var line: Int
    var shown: String
  }

  private static func parts(_ document: SessionDocument) -> [Part] {
    document.items.flatMap { item -> [Part] in
      switch item.kind {
      case .prose:
        return [Part(key: "prose", line: item.line, shown: "a paragraph")]
      case .code:
        var parts = VisibleText.split(item.text).enumerated().map { offset, line in
          Part(key: "code " + line, line: item.line + offset, shown: SessionMessage.quoted(line))
        }
        for shown in item.shown where !shown.content.isVolatile {
          let line = shown.content.fileLine
          parts.append(Part(key: line, line: shown.line, shown: SessionMessage.quoted(line)))
        }
        if let digest = item.digest {
          parts.append(
            Part(
              key: "digest " + digest, line: item.digestLine ?? item.line,
              shown: "digest \(SessionMessage.quoted(digest))"))
        }
        return parts
      case .header, .unknown, .blank: return []
      }
    }
  }

  private static func text(_ header: SessionHeader) -> String {
    let seed = header.seed.map { "seed \($0)" } ?? "no seed"
    return (["format \(header.version)", seed] + header.unknownData).joined(separator: ", ")
  }

  static func suffix(_ language: DisplayLanguage) -> String {
    "." + language.rawValue + SessionFile.suffix
  }
}

extension SessionTwin {
  /// Reads a twin and its original and compares them; nothing is executed.
  ///
  /// - Throws: A file that cannot be read; a twin without an original.
  public static func difference(
    path: String, verbs: [String: VerbGrammar]
  ) throws(Diagnostic) -> Difference? {
    let twin = try SessionFile.read(path: path, verbs: verbs)
    if let problem = twin.problems.first { throw problem }
    guard let other = original(ofPath: path) else {
      throw Diagnostic("\(SessionMessage.quoted(path)) is no translation by its name")
    }
    guard FileAccess.modified(other) != nil else {
      throw Diagnostic(
        "\(SessionMessage.quoted(path)) translates \(SessionMessage.quoted(other)), "
          + "which is not there",
        hint: "a translation lies beside its session and has its name; rename what is none")
    }
    return difference(
      twin: twin, original: try SessionFile.read(path: other, verbs: verbs), name: path)
  }
}
