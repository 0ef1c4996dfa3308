// The table of keys and what a person may bind otherwise.

import Interface
import Screen
import Testing

@Suite struct KeyTableTests {
  @Test func everyActionHasAName() {
    let names = KeyTable.actions.map(\.name)
    #expect(Set(names).count == names.count)
    for action in KeyTable.actions {
      #expect(action.name.contains("."), "\(action.name)")
      #expect(
        action.name.allSatisfy { $0.isLowercase || $0.isNumber || "-.".contains($0) },
        "\(action.name)")
      #expect(!action.summary.isEmpty, "\(action.name)")
    }
  }

  /// Function keys and Alt are not sent by every terminal.
  @Test func everyActionHasAKeyThatWorksEverywhere() {
    for action in KeyTable.actions {
      #expect(
        action.keys.contains { sequence in
          sequence.keys.allSatisfy {
            switch $0 {
            case .function, .alt, .insert: false
            default: true
            }
          }
        }, "\(action.name)")
    }
  }

  @Test func keysInTheTableAreReadable() {
    for context in KeyTable.contexts {
      for action in context.actions {
        #expect(!action.keys.isEmpty, "\(action.name)")
        for keys in action.keys { #expect(KeySequence(keys.text) == keys, "\(action.name)") }
      }
    }
  }

  @Test func keysAreReadInManyWays() {
    for (text, key) in [
      ("^X", Key.control("x")), ("Ctrl-x", .control("x")), ("C-X", .control("x")),
      ("M-o", .alt("o")), ("alt-O", .alt("O")), ("pgup", .pageUp), ("PageDown", .pageDown),
      ("Return", .enter), ("esc", .escape), ("space", .character(" ")), ("f12", .function(12)),
      ("^space", .control(" ")), ("ğ", .character("ğ")), ("^]", .control("]")),
    ] {
      #expect(KeySequence(text)?.keys == [key], "\(text)")
    }
    #expect(KeySequence("^X o")?.keys == [.control("x"), .character("o")])
    for text in ["", "F0", "F99", "^ü", "Alt-", "Hyper-x", "^X Ctrl-"] {
      #expect(KeySequence(text) == nil, "\(text)")
    }
  }

  @Test func aSequenceIsAwaitedAndShown() {
    var app = AppTests.app(Samples.everything)
    #expect(AppTests.press(&app, .control("x")) == [])
    #expect(app.render().lines[23].contains(" ─ ^X …  h app.help  p run.pause"))
    #expect(AppTests.press(&app, .character("o")) == [])
    #expect(app.state.focus != nil && app.state.pendingKeys.isEmpty)
    // What is no sequence of ours is the line editor's; Esc gives up; ^C always stops.
    #expect(
      AppTests.press(&app, .control("x"), .control("u"))
        == [.passToEditor(.control("x")), .passToEditor(.control("u"))])
    #expect(AppTests.press(&app, .control("x"), .escape) == [])
    var running = AppTests.app(Samples.training)
    #expect(AppTests.press(&running, .control("x"), .control("c")) == [.interrupt])
    #expect(AppTests.press(&running, .control("x")) == [] && running.wants(.character("q")))
    #expect(running.update(.input(.interrupt)) == [.interrupt])
    #expect(running.state.pendingKeys.isEmpty)
  }

  @Test func everyActionCanBeSaid() {
    var app = AppTests.app(Samples.everything)
    #expect(app.update(.line(":pane.next")) == [])
    #expect(app.state.focus != nil)
    #expect(app.update(.line(":app.red")) == [.redraw])
    _ = app.update(.line(":pane.nxt"))
    #expect(
      app.state.message == "there is no action 'pane.nxt'; did you mean 'pane.next'?")
    _ = app.update(.line(":walk.back"))
    #expect(app.state.message?.hasPrefix("'walk.back' can be 6 actions; walk.backward,") == true)
    for action in KeyTable.actions {
      var app = AppTests.app(Samples.everything)
      _ = app.update(.line(":" + action.name))
      _ = app.render()
      #expect(app.state.message?.hasPrefix("there is no") != true)
    }
  }

  @Test func keysAreBound() {
    var app = AppTests.app(Samples.everything)
    #expect(app.update(.line("bind F9 pane.next")) == [])
    #expect(app.state.message == "F9: pane.next, next pane; its keys are arrows")
    _ = AppTests.press(&app, .function(9))
    #expect(app.state.focus != nil)
    // Another action takes a key over.
    _ = app.update(.line("bind ^X o run.pause"))
    #expect(AppTests.press(&app, .control("x"), .character("o")) == [.submit("continue")])
    _ = app.update(.line("bind F9 none"))
    #expect(!app.wants(.function(9)))
    // A name may be called bind.
    #expect(app.update(.line("bind = 3")) == [.submit("bind = 3")])
    #expect(app.update(.line("bind(3)")) == [.submit("bind(3)")])
    #expect(app.update(.line("bind")) == [])
    #expect(app.state.overlay == .help)
  }

  @Test(arguments: [
    ("F9 pane.nxt", "there is no action 'pane.nxt'; did you mean 'pane.next'?"),
    ("Crtl-t pane.next", "there is no key 'Crtl-t'; did you mean 'Ctrl-t'?"),
    (
      "Hyperspace pane.next",
      "there is no key 'Hyperspace'; keys are written a, ^X, Alt-o, F6, PgUp, Space; several as ^X o"
    ),
    ("F9", "'bind' needs a key and an action; bind F9 pane.next"),
    ("^C pane.next", "^C stays 'app.interrupt'; choose another key, so that there is a way out"),
    ("^D pane.next", "^D stays 'app.quit'; choose another key, so that there is a way out"),
    ("F1 none", "F1 stays 'app.help'; choose another key, so that there is a way out"),
    ("^X h pane.next", "^X h stays 'app.help'; choose another key, so that there is a way out"),
    (
      "Esc attention.left",
      "Esc stays 'pane.leave'; choose another key, so that there is a way out"
    ),
    ("a pane.next", "a is typed where 'pane.next' holds; bind ^X a pane.next"),
    ("^X pane.next", "^X begins ^X h (app.help); bind ^X h none, or choose another key"),
    (
      "F6 o pane.next",
      "F6 is pane.next, so F6 o would not be reached; bind F6 none, or choose another key"
    ),
    ("F9 ^C pane.next", "^C stops what runs, always; choose another key"),
    ("a b c d e pane.next", "5 keys after each other are too many; at most 4"),
  ])
  func whatCannotBeBoundIsSaid(_ line: String, _ problem: String) {
    var app = AppTests.app(Samples.everything)
    _ = app.update(.line("bind " + line))
    #expect(app.state.message == problem)
    #expect(app.state.bindings == KeyBindings())
  }

  @Test func theFileOfKeysIsRead() {
    let (bindings, problems) = KeyBindings.read(
      """
      # my keys

      F9   pane.next
      \tAlt-k walk.keys
      F8 pan.next
      # F7 pane.next
      x y z
      """)
    #expect(
      problems == [
        "line 5: there is no action 'pan.next'; did you mean 'pane.next'?",
        "line 7: there is no action 'z'; help (^X h) names them all",
      ])
    var state = AppState(snapshot: Samples.everything, size: AppTests.size)
    state.bindings = bindings
    var app = App(state)
    #expect(app.wants(.function(9)) && app.wants(.alt("k")) && !app.wants(.function(7)))
    _ = AppTests.press(&app, .function(1))
    #expect(app.render().lines.contains { $0.contains("Alt-s, ^X s, Alt-k") })
    // Hostile files are only mistakes.
    let hostile = String(repeating: "\u{1B}[2J \u{0} \u{202E}\n#\n# #\n", count: 50)
    #expect(KeyBindings.read(hostile).bindings == KeyBindings())
  }

  @Test func tabCompletesNames() {
    #expect(KeyTable.completions(line: ":pane.ne", cursor: 8)?.candidates == ["pane.next"])
    #expect(KeyTable.completions(line: "bind F9 pane.n", cursor: 14)?.range == 8..<14)
    #expect(KeyTable.completions(line: "bind Alt-o", cursor: 10)?.candidates == ["Alt-o"])
    #expect(KeyTable.completions(line: "print :", cursor: 7) == nil)
    #expect(KeyTable.completions(line: ":é", cursor: 2)?.candidates == [])
  }
}
