// Bytes to events, wherever the reads cut them.

import Screen
import Terminal
import Testing

@Suite struct ByteDecoderTests {
  private func decode(_ text: String, flush: Bool = true) -> [DecodedInput] {
    var decoder = ByteDecoder()
    return decoder.decode(Array(text.utf8)) + (flush ? decoder.flush() : [])
  }

  private func bytes(_ text: String) -> DecodedInput { .bytesForEditor(Array(text.utf8)) }

  @Test(arguments: [
    ("\u{1B}OP", Key.function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[1;2P", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
    ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}[24;5~", .function(12)),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[6;2~", .pageDown),
    ("\u{1B}", .escape), ("\u{C}", .control("l")), ("\u{1A}", .control("z")),
  ])
  func keysOfTheInterface(text: String, key: Key) {
    #expect(decode(text) == [.event(.key(key))])
  }

  @Test(arguments: [
    "plain é 日本", "\u{1B}[A", "\u{1B}OA", "\u{1B}[H", "\u{1B}[3~", "\u{1B}b", "\u{1B}é", "\u{1B}[Z",
    "\u{12}", "\u{4}", "\u{0}", "\u{1B}\u{7F}", "\u{1B}[", "\u{1B}O",
  ])
  func theRestIsTheEditors(text: String) {
    #expect(decode(text) == [bytes(text)])
  }

  @Test func interruptSplitsWhatIsAroundIt() {
    #expect(decode("a\u{3}b") == [bytes("a"), .event(.interrupt), bytes("b")])
  }

  @Test(arguments: [
    ("\u{1B}[<0;1;1M", MouseEvent.Action.press, 0, 0),
    ("\u{1B}[<0;80;24m", .release, 79, 23), ("\u{1B}[<32;5;6M", .drag, 4, 5),
    ("\u{1B}[<64;300;2M", .wheelUp, 299, 1), ("\u{1B}[<65;3;2M", .wheelDown, 2, 1),
    ("\u{1B}[M !!", .press, 0, 0), ("\u{1B}[M#\"#", .release, 1, 2),
  ])
  func mouse(text: String, action: MouseEvent.Action, column: Int, row: Int) {
    let event = MouseEvent(action: action, place: Point(column: column, row: row))
    #expect(decode(text) == [.event(.mouse(event))])
  }

  @Test(arguments: [
    "\u{1B}[<0;0;1M", "\u{1B}[<0;1M", "\u{1B}[<35;1;1M", "\u{1B}[I", "\u{1B}[O", "\u{1B}[201~",
    "\u{1B}[?1;2c", "\u{1B}[97;5u", "\u{1B}[99999999999999999999~", "\u{1B}[1;5Q\u{1B}[1;",
  ])
  func whatNobodyWantsIsDropped(text: String) {
    let rest = decode(text).filter { $0 != .event(.key(.function(2))) }
    #expect(rest == [])
  }

  @Test func theModeReport() {
    #expect(decode("\u{1B}[?2026;2$y") == [.modeReport(mode: 2026, value: 2)])
  }

  @Test func unknownSequencesAreForWhoeverBoundThem() {
    var decoder = ByteDecoder()
    #expect(decoder.decode(Array("\u{1B}[1;5C".utf8)) == [])
    decoder.isBound = { $0 == Array("\u{1B}[1;5C".utf8) }
    #expect(decoder.decode(Array("\u{1B}[1;5C\u{1B}[1;3C".utf8)) == [bytes("\u{1B}[1;5C")])
  }

  @Test func malformedTextIsReplaced() {
    var decoder = ByteDecoder()
    let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    #expect(decoder.decode([0x61, 0xFF, 0x62]) == [.bytesForEditor([0x61] + replacement + [0x62])])
    #expect(decoder.decode([0xC3]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.bytesForEditor(replacement)])
    #expect(
      decoder.decode([0xED, 0xA0, 0x80]) == [
        .bytesForEditor(replacement + replacement + replacement)
      ])
  }

  @Test func pasteIsOneEvent() {
    let paste = "\u{1B}[200~one\r\ntwo\rthree\u{1B}[A \u{3}\u{0}\u{1B}[201~x"
    #expect(
      decode(paste) == [.event(.paste("one\ntwo\nthree\u{1B}[A \u{3}")), bytes("x")])
  }

  @Test func pasteBeyondTheLimitIsCut() {
    var decoder = ByteDecoder(pasteLimit: 4)
    let inputs = decoder.decode(Array("\u{1B}[200~abcdefgh\u{1B}[201~".utf8))
    #expect(
      inputs == [
        .event(.paste("abcd")),
        .note("the pasted text was cut: 4 of its bytes were left out"),
      ])
  }

  @Test func pasteWithoutItsEndIsFlushed() {
    var decoder = ByteDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~abc\u{1B}[20".utf8)) == [])
    #expect(decoder.isInPaste)
    #expect(decoder.flush() == [.event(.paste("abc\u{1B}[20"))])
    #expect(!decoder.isInPaste)
  }

  /// However the bytes are cut into reads, the same comes out.
  @Test func cutsDoNotMatter() {
    let text =
      "aé日😀\u{1B}OP\u{1B}[6~\u{1B}[<0;12;3M\u{1B}[200~p\u{1B}[201~\u{1B}[A\u{1B}[M !!\u{1B}é\u{3}z"
    let all = Array(text.utf8)
    let whole = joined(decode(text))
    for first in 0...all.count {
      for second in first...all.count {
        var decoder = ByteDecoder()
        var inputs = decoder.decode(Array(all[..<first]))
        inputs += decoder.decode(Array(all[first..<second]))
        inputs += decoder.decode(Array(all[second...])) + decoder.flush()
        #expect(joined(inputs) == whole)
      }
    }
  }

  /// Any bytes are taken; what reaches the editor is UTF-8 and holds no paste bracket; nothing
  /// waits after a flush.
  @Test func anyBytesAreTaken() {
    var generator = Generator()
    let likely = Array("\u{1B}[O<;0123456789~MmAP?$y200~201~\u{3}é日".utf8)
    for round in 0..<3000 {
      var decoder = ByteDecoder(pasteLimit: 50)
      var inputs: [DecodedInput] = []
      for _ in 0..<Int(generator.next() % 6) {
        let count = Int(generator.next() % 40)
        inputs += decoder.decode(
          (0..<count).map { _ in
            round % 2 == 0
              ? likely[Int(generator.next() % UInt64(likely.count))]
              : UInt8(truncatingIfNeeded: generator.next())
          })
      }
      inputs += decoder.flush()
      #expect(!decoder.isWaiting && !decoder.isInPaste)
      for case .bytesForEditor(let bytes) in inputs {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(Array(text.utf8) == bytes)
        #expect(!text.contains("\u{1B}[200~"))
        _ = KeyDecoder.keys(in: bytes)
      }
    }
  }

  private func joined(_ inputs: [DecodedInput]) -> [DecodedInput] {
    inputs.reduce(into: []) { result, input in
      if case .bytesForEditor(let more) = input, case .bytesForEditor(let before)? = result.last {
        result[result.count - 1] = .bytesForEditor(before + more)
      } else {
        result.append(input)
      }
    }
  }

  /// xorshift64*, so that a failure can be repeated.
  private struct Generator {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return (state &* 0x2545_F491_4F6C_DD1D) >> 16
    }
  }
}

@Suite struct KeyDecoderTests {
  @Test func keysAreNamed() {
    let text = "aé\r\t\u{7F}\u{12}\u{1B}[A\u{1B}[Z\u{1B}[3~\u{1B}[H\u{1B}b\u{1B}é"
    #expect(
      KeyDecoder.keys(in: Array(text.utf8)) == [
        .character("a"), .character("é"), .enter, .tab, .backspace, .control("r"), .up, .backTab,
        .delete, .home, .alt("b"), .alt("é"),
      ])
  }

  @Test(arguments: [
    Key.character("日"), .control("a"), .alt("f"), .enter, .tab, .backTab, .backspace, .escape,
    .delete, .insert, .up, .down, .left, .right, .home, .end,
  ])
  func bytesAreKeysAgain(key: Key) {
    #expect(KeyDecoder.keys(in: KeyDecoder.bytes(for: key)) == [key])
  }
}
