// Mistakes with `export`. What each says stands in Fixtures/errors-exporting.txt.

extension ErrorSources {
  static let exporting = [
    "export",
    "export loss",
    "export loss.png loss",
    "export loss.cvs loss",
    "export loss.csv",
    "export loss.svg loss",
    "export loss.svg nothing",
    "export a.svg attention",
    "export a.svg \"net.0 head 1\"",
    "export a.svg tanh over 3..1",
    "export a.svg columns=7",
    "export a.svg rows=100000",
    "export a.svg theme=green",
    "export a.svg size=3",
    "export ~/a.svg",
    "export .svg",
    "export a/",
    "export (a).svg",
  ]
}
