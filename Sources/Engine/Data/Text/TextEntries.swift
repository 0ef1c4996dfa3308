/// The functions of tensors that speak of texts.
enum TextEntries {
  static let all: [Entry] = [Perplexity.entry, RelativePositionBucket.entry]
}
