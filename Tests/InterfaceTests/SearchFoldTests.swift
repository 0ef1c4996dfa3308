// Searching the cells for Turkish words: neither case nor the dot of an I counts.

import Interface
import Notebook
import Screen
import Testing

@Suite struct SearchFoldTests {
  @Test(arguments: ["iki ışık", "IKI IŞIK", "İKİ IŞIK", "iki", "Işık"])
  func aTurkishWordIsFoundInAnyCase(_ words: String) {
    var snapshot = Snapshot()
    snapshot.cells = [
      NotebookCell(number: 1, source: "a = 1", status: .done),
      NotebookCell(number: 2, prose: "Burada İki IŞIK yanıyor."),
      NotebookCell(number: 3, source: "b = 2", status: .done),
    ]
    var app = AppTests.app(snapshot)
    for key in [Key.control("x"), .character("c"), .character("/")] {
      _ = app.update(.input(.key(key)))
    }
    for letter in words { _ = app.update(.input(.key(.character(letter)))) }
    _ = app.update(.input(.key(.enter)))
    #expect(app.state.chosenCell == 1, "\(app.state.message ?? "")")
  }
}
