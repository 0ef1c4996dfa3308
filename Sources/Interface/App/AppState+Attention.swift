// The attention pane's crosshair and head.

import Notebook

extension AppState {
  /// Moves the crosshair by keys and queries.
  mutating func move(_ keys: Int, _ queries: Int) {
    let maps = snapshot.attention
    guard !maps.isEmpty else { return }
    let map = maps[max(0, min(attention.head, maps.count - 1))]
    attention.key = max(0, min(attention.key + keys, map.keys.count - 1))
    attention.query = max(0, min(attention.query + queries, map.queries.count - 1))
  }

  /// Goes to another head.
  mutating func turn(by heads: Int) {
    let count = snapshot.attention.count
    guard count > 0 else { return }
    attention.head = max(0, min(attention.head, count - 1))
    attention.head = (attention.head + heads + count) % count
  }
}
