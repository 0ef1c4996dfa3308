/// Random numbers one after another, for sets whose rows need an unknown number of them.
struct Draws {
  private let stream: RandomStream
  private var index = 0

  init(_ name: String, seed: UInt64) {
    stream = RandomStream(seed: seed, stream: streamHash(name))
  }

  /// A whole number in 0..<`bound`.
  mutating func integer(below bound: Int) -> Int {
    defer { index += 1 }
    return stream.integer(at: index, below: bound)
  }

  mutating func element<Element>(of list: [Element]) -> Element {
    list[integer(below: list.count)]
  }

  /// A number in [0, 1).
  mutating func uniform() -> Double {
    defer { index += 1 }
    return Double(stream.uniform(at: index))
  }
}
