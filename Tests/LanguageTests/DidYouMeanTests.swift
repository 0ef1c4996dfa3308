@testable import Language
import Testing

@Suite struct DidYouMeanTests {
  let words = ["tanh", "sigmoid", "softmax", "train", "track", "dense", "for", "relu", "gelu"]

  @Test(arguments: [
    ("tahn", "tanh"), ("tanhh", "tanh"), ("tan", "tanh"), ("Tanh", "tanh"), ("ReLU", "relu"),
    ("sigmiod", "sigmoid"), ("sfotmaxx", "softmax"), ("trian", "train"), ("fro", "for"),
    ("trac", "track"), ("desne", "dense"),
  ])
  func nearWords(typed: String, meant: String) {
    #expect(didYouMean(typed, among: words) == meant)
  }

  @Test(arguments: [
    "x", "", "banana", "tanh", "ta", "qwertyuiop", String(repeating: "a", count: 70),
  ])
  func farWords(typed: String) { #expect(didYouMean(typed, among: words) == nil) }

  @Test func theAlphabetDecidesBetweenEquals() {
    #expect(didYouMean("xelu", among: ["relu", "gelu"]) == "gelu")
    #expect(didYouMean("xelu", among: ["gelu", "relu"]) == "gelu")
    #expect(didYouMean("xelu", among: Set(["relu", "gelu", "selu"])) == "gelu")
  }

  /// The recurrence itself, without rows.
  private func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = min(
      distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1,
      distance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
    if a.count > 1, b.count > 1, x == b.dropLast().last, y == a.dropLast().last {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }

  @Test func distanceIsTheRecurrence() {
    var random = SplitMix(seed: 5)
    for _ in 0..<60 {
      let a = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick("abc") }
      let b = (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick("abc") }
      #expect(alignmentDistance(a, b) == distance(a[...], b[...]), "\(a) \(b)")
    }
    #expect(alignmentDistance(Array("ca"), Array("abc")) == 3)
  }
}
