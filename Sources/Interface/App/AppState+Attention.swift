// The attention pane: view, crosshair, head, step. What the notebook has not sent it is asked for.

import Notebook
import Screen

extension AppState {
  /// Goes along when attention was asked for by its verb.
  mutating func followAttention() {
    guard let look = snapshot.attentionLook else { return }
    if look.request != attentionRequest {
      attentionRequest = look.request
      attention = look.gaze
    }
  }

  private var attentionMap: AttentionMap? {
    if let map = snapshot.attentionLook?.map, map.layer == attention.layer,
      map.head == attention.head
    {
      return map
    }
    let maps = snapshot.attention
    return AttentionDrawing.place(of: attention, in: maps).map { maps[$0] } ?? maps.first
  }

  /// Asks for what the new gaze needs and the snapshot does not hold.
  private func asking() -> [AppEffect] {
    guard let look = snapshot.attentionLook else { return [] }
    var known = look.gaze
    // The crosshair moves within what is held.
    let map = look.map
    let isHeld =
      map.map {
        $0.isPooled
          || $0.weight(query: attention.query, key: attention.key) != nil
      } ?? true
    if isHeld, attention.view != .neuron || known.query == attention.query {
      known.query = attention.query
      known.key = attention.key
    }
    known.stage = attention.stage
    if [.map, .heads, .model].contains(attention.view),
      [.map, .heads, .model].contains(known.view)
    {
      known.view = attention.view
    }
    return known == attention ? [] : [.lookAttention(attention)]
  }

  /// Moves the crosshair by keys and queries; in the model view the choice.
  mutating func move(_ keys: Int, _ queries: Int) -> [AppEffect] {
    if attention.view == .model { return chooseMap(keys, queries) }
    guard let map = attentionMap else { return [] }
    // Up and down go through the keys where these are the rows.
    let isTurned = attention.view == .neuron
    attention.key = max(0, min(attention.key + (isTurned ? queries : keys), map.keyCount - 1))
    attention.query = max(0, min(attention.query + (isTurned ? keys : queries), map.queryCount - 1))
    return asking()
  }

  private mutating func chooseMap(_ heads: Int, _ layers: Int) -> [AppEffect] {
    let maps = snapshot.attention
    let numbers = maps.map(\.layer).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
    guard !numbers.isEmpty else { return [] }
    let place = numbers.firstIndex(of: attention.layer) ?? 0
    let layer = numbers[max(0, min(place + layers, numbers.count - 1))]
    let own = maps.filter { $0.layer == layer }
    attention.layer = layer
    attention.head = own[max(0, min(attention.head + heads, own.count - 1))].head
    return asking()
  }

  /// Goes to another head, through the layers.
  mutating func turn(by heads: Int) -> [AppEffect] {
    let maps = snapshot.attention
    guard !maps.isEmpty else { return [] }
    let place = AttentionDrawing.place(of: attention, in: maps) ?? 0
    let next = maps[((place + heads) % maps.count + maps.count) % maps.count]
    attention.layer = next.layer
    attention.head = next.head
    return asking()
  }

  /// Goes to another layer, to the head of the same number.
  mutating func turnLayer(by layers: Int) -> [AppEffect] { chooseMap(0, layers) }

  mutating func turnView(by views: Int) -> [AppEffect] {
    let all = AttentionGaze.View.allCases
    let place = all.firstIndex(of: attention.view) ?? 0
    attention.view = all[((place + views) % all.count + all.count) % all.count]
    return asking()
  }

  /// Opens what is pointed at: a thumbnail's map, a query's products.
  mutating func openAttention() -> [AppEffect] {
    attention.view = attention.view == .model ? .map : attention.view == .neuron ? .map : .neuron
    return asking()
  }

  mutating func toggleGradient() -> [AppEffect] {
    attention.showsGradient.toggle()
    return asking()
  }

  mutating func togglePooling() -> [AppEffect] {
    attention.isPooled.toggle()
    return asking()
  }

  mutating func turnSequence(by sequences: Int) -> [AppEffect] {
    guard let look = snapshot.attentionLook, look.sequences > 1 else {
      message = "there is one sequence"
      return []
    }
    let count = look.sequences
    attention.sequence = ((attention.sequence + sequences) % count + count) % count
    return asking()
  }

  mutating func turnStage(by stages: Int) -> [AppEffect] {
    let count = snapshot.attentionLook?.stages.count ?? 0
    attention.stage = max(0, min(attention.stage + stages, count - 1))
    return []
  }

  /// Goes back or on through the steps whose maps are kept; after the last one is the present.
  mutating func turnStep(by steps: Int) -> [AppEffect] {
    guard let look = snapshot.attentionLook, !look.steps.isEmpty else {
      message = "no steps are kept: 'attention net' before 'train' keeps some"
      return []
    }
    // The last one is the present itself while nothing goes on.
    let kept = look.steps.filter { $0 != look.liveStep }
    let place = attention.step.map { step in kept.lastIndex { $0 <= step } ?? 0 } ?? kept.count
    let next = max(0, min(place.addingReportingOverflow(steps).partialValue, kept.count))
    attention.step = next < kept.count ? kept[next] : nil
    return asking()
  }

  mutating func goToStep(_ step: Int?) -> [AppEffect] {
    attention.step = step
    return asking()
  }

  mutating func clickAttention(at place: Point, in area: Rect) -> [AppEffect] {
    let pane = AttentionPane(
      snapshot.attention, snapshot.attentionLook, gaze: attention, area: area,
      appearance: appearance)
    switch pane.click(at: place) {
    case .view(let view): attention.view = view
    case .place(let query, let key):
      if let query { attention.query = query }
      if let key { attention.key = key }
    case .map(let layer, let head):
      if attention.layer == layer, attention.head == head { return openAttention() }
      attention.layer = layer
      attention.head = head
    case .step(let step): attention.step = step
    case nil: return []
    }
    return asking()
  }
}
