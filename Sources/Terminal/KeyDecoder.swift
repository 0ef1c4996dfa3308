// The bytes that ByteDecoder leaves for the line editor, as keys: for an interface that takes
// single keys while the line is empty; and back.

public import Screen

/// Names the keys in bytes for the editor, and the bytes of keys.
public enum KeyDecoder {
  /// The keys of a `.bytesForEditor`, in order. What is no key (a sequence without a name) is left
  /// out.
  public static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x1B {
        rest = rest.dropFirst(escape(rest, into: &keys))
        continue
      }
      if first < 0x20 || first == 0x7F {
        if let key = control(first) { keys.append(key) }
        rest = rest.dropFirst()
        continue
      }
      // A run of text is split into characters, not scalars: é may be two.
      let run = rest.prefix { $0 >= 0x20 && $0 != 0x7F }
      keys.append(contentsOf: String(decoding: run, as: UTF8.self).map(Key.character))
      rest = rest.dropFirst(run.count)
    }
    return keys
  }

  /// Bytes that make readline do what the key means, as the common terminals send them.
  public static func bytes(for key: Key) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let character): character.asciiValue.map { [$0 & 0x1F] } ?? []
    case .alt(let character): [0x1B] + Array(String(character).utf8)
    case .enter: [0x0D]
    case .tab: [0x09]
    case .backTab: Array("\u{1B}[Z".utf8)
    case .backspace: [0x7F]
    case .escape: [0x1B]
    case .delete: Array("\u{1B}[3~".utf8)
    case .insert: Array("\u{1B}[2~".utf8)
    case .up: Array("\u{1B}[A".utf8)
    case .down: Array("\u{1B}[B".utf8)
    case .right: Array("\u{1B}[C".utf8)
    case .left: Array("\u{1B}[D".utf8)
    case .home: Array("\u{1B}[H".utf8)
    case .end: Array("\u{1B}[F".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .function: []
    }
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0: .control(" ")
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .control(Character(Unicode.Scalar(byte + 0x60)))
    }
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, into keys: inout [Key]) -> Int {
    switch EscapeSequence.scan(bytes) {
    case .incomplete where bytes.count == 1, .alone:
      keys.append(.escape)
      return 1
    case .incomplete, .meta:
      let rest = String(decoding: bytes.dropFirst(), as: UTF8.self)
      guard let character = rest.first else { return bytes.count }
      keys.append(.alt(character))
      return 1 + String(character).utf8.count
    case .malformed(let length): return max(1, length)
    case .sequence(let sequence):
      if case .event(.key(let key)) = sequence.meaning { keys.append(key) }
      if let key = named(Array(bytes.prefix(sequence.length))) { keys.append(key) }
      return sequence.length
    }
  }

  private static func named(_ sequence: [UInt8]) -> Key? {
    guard let final = sequence.last else { return nil }
    switch final {
    case 0x41: return .up
    case 0x42: return .down
    case 0x43: return .right
    case 0x44: return .left
    case 0x46: return .end
    case 0x48: return .home
    case 0x5A: return .backTab
    case 0x7E:
      switch sequence.dropFirst(2).first {
      case 0x31, 0x37: return sequence.count == 4 ? .home : nil
      case 0x32: return sequence.count == 4 ? .insert : nil
      case 0x33: return sequence.count == 4 ? .delete : nil
      case 0x34, 0x38: return sequence.count == 4 ? .end : nil
      default: return nil
      }
    default: return nil
    }
  }
}
