/// What the catalogue knows of positions.
enum PositionEntries {
  static let all: [Entry] = [
    SinusoidalPositions.entry, PositionalEncoding.entry, PositionEmbedding.entry,
    RotaryPositions.entry, LinearBias.entry, RelativeShift.entry,
    RelativeBias.entry,
  ]
}
