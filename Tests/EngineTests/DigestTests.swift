// SHA-256 against the examples of FIPS 180-4 and NIST's test vectors.

import Engine
import Testing

@Suite struct DigestTests {
  static let examples: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test(arguments: examples) func examplesOfTheStandard(message: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(message.utf8)) == digest)
  }

  @Test func aMillionLetters() {
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    var digest = SHA256()
    let thousand = [UInt8](repeating: 0x61, count: 1000)
    for _ in 0..<1000 { digest.update(thousand) }
    #expect(digest.hexadecimal() == expected)
  }

  @Test func piecesOfAnySizeGiveTheSameDigest() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = SHA256.hexadecimal(of: bytes)
    for size in [1, 3, 55, 56, 63, 64, 65, 119, 128] {
      var digest = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        digest.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(digest.hexadecimal() == whole)
    }
  }

  @Test func aDigestCanBeTakenOnTheWay() {
    var digest = SHA256()
    digest.update("ab")
    #expect(digest.finalize().count == 32)
    digest.update("c")
    #expect(digest.hexadecimal() == Self.examples[1].digest)
  }

  @Test func floatsAreTheirLittleEndianBits() {
    let floats: [Float] = [1, -0.0, .infinity, .nan, -.nan, Float(bitPattern: 0x7f80_0001), 0.1]
    var bytes: [UInt8] = []
    for float in floats {
      let bits = float.isNaN ? 0x7fc0_0000 : float.bitPattern
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
    var digest = SHA256()
    digest.update(floats: floats)
    #expect(digest.hexadecimal() == SHA256.hexadecimal(of: bytes))
  }

  @Test func plusAndMinusZeroDiffer() {
    var (plus, minus) = (SHA256(), SHA256())
    plus.update(floats: [0])
    minus.update(floats: [-0.0])
    #expect(plus.hexadecimal() != minus.hexadecimal())
  }
}
