// The planes on which a contour is drawn: two chosen parameters, the directions in which a run has
// moved most, or two random ones.

import Engine

/// What spans a contour's plane.
enum ContourAxes {
  /// One element of a parameter.
  struct Scalar {
    let name: String
    let parameter: Parameter
    let place: Int
  }

  case scalars(Scalar, Scalar)
  /// The principal components of the current run's way.
  case path([Parameter])
  /// Filter-normalised random directions.
  case random([Parameter], seed: UInt64)

  /// Whether places keep their coordinates while a run trains.
  var isFixed: Bool {
    if case .scalars = self { return true }
    return false
  }
}

/// A plane through the parameters as they are now.
struct ContourPlane {
  /// How a parameter's numbers follow a place of the plane.
  struct Moved {
    let parameter: Parameter
    let move: (inout [Float], (Double, Double)) -> Void
  }

  var parameters: [Moved]
  var xName: String
  var yName: String
  var note: String
  /// Where the parameters are now.
  var here: (Double, Double)
  /// How far the picture reaches at least, to every side.
  var reach: Double
  /// The coordinates of a run's states; nil when the run did not train these parameters.
  var path: (Way) -> [(Double, Double)]?
}

extension ContourAxes {
  func plane(_ notebook: Notebook, _ loss: Node) -> ContourPlane {
    switch self {
    case .scalars(let a, let b): return ContourAxes.plane(a, b, notebook, loss)
    case .path(let parameters):
      return ContourAxes.plane(
        parameters, notebook, loss,
        directions: ContourAxes.pathDirections(parameters, notebook.ways(to: loss).last)
          ?? ContourAxes.randomDirections(parameters, notebook.seed))
    case .random(let parameters, let seed):
      return ContourAxes.plane(
        parameters, notebook, loss, directions: ContourAxes.randomDirections(parameters, seed))
    }
  }

  /// The batch that a loss is of, and what else is held still.
  private static func note(_ notebook: Notebook, _ loss: Node, others: Int) -> String {
    var parts: [String] = []
    if others > 0 { parts.append("\(others) other parameter\(others == 1 ? "" : "s") held") }
    let isOfBatch = notebook.graph.dependencies(of: [loss]).contains {
      notebook.graph[$0].operation is BatchRows
    }
    if isOfBatch { parts.append("batch of step \(notebook.run?.machine.step ?? 1)") }
    return parts.joined(separator: ", ")
  }

  private static func plane(
    _ a: Scalar, _ b: Scalar, _ notebook: Notebook, _ loss: Node
  ) -> ContourPlane {
    let isOne = a.parameter === b.parameter
    func set(_ numbers: inout [Float], _ scalar: Scalar, _ value: Double) {
      if numbers.indices.contains(scalar.place) { numbers[scalar.place] = Float(value) }
    }
    var moved = [
      ContourPlane.Moved(parameter: a.parameter) { numbers, place in
        set(&numbers, a, place.0)
        if isOne { set(&numbers, b, place.1) }
      }
    ]
    if !isOne {
      moved.append(
        ContourPlane.Moved(parameter: b.parameter) { numbers, place in
          set(&numbers, b, place.1)
        })
    }
    func now(_ scalar: Scalar) -> Double {
      let values = scalar.parameter.value.values
      return values.indices.contains(scalar.place) ? Double(values[scalar.place]) : 0
    }
    var count = 0
    for node in notebook.graph.dependencies(of: [loss]) {
      if let leaf = notebook.graph[node].operation as? ParameterLeaf, leaf.parameter.isTrainable {
        count += leaf.parameter.shape.count
      }
    }
    return ContourPlane(
      parameters: moved, xName: a.name, yName: b.name,
      note: note(notebook, loss, others: max(0, count - 2)), here: (now(a), now(b)), reach: 1
    ) { way in
      guard let first = way.trail.part(of: a.parameter.path),
        let second = way.trail.part(of: b.parameter.path), a.place < first.count,
        b.place < second.count
      else { return nil }
      return way.states.map {
        (Double($0.values[first.start + a.place]), Double($0.values[second.start + b.place]))
      }
    }
  }

  /// Two directions of unit length, orthogonal, with their names.
  struct Directions {
    var first: [Double]
    var second: [Double]
    var names: (String, String)
    var reach: Double
  }

  private static func plane(
    _ parameters: [Parameter], _ notebook: Notebook, _ loss: Node, directions: Directions
  ) -> ContourPlane {
    let origin = parameters.flatMap { $0.value.values.map { Double($0) } }
    var start = 0
    var moved: [ContourPlane.Moved] = []
    for parameter in parameters {
      let offset = start
      moved.append(
        ContourPlane.Moved(parameter: parameter) { numbers, place in
          for index in numbers.indices {
            let at = offset + index
            numbers[index] = Float(
              origin[at] + place.0 * directions.first[at] + place.1 * directions.second[at])
          }
        })
      start += parameter.shape.count
    }
    // Directions that are not orthogonal have no unique coordinates: the nearest place is meant.
    let (a, b) = (directions.first, directions.second)
    let (aa, ab, bb) = (
      PrincipalComponents.dot(a, a), PrincipalComponents.dot(a, b), PrincipalComponents.dot(b, b)
    )
    let area = aa * bb - ab * ab
    return ContourPlane(
      parameters: moved, xName: directions.names.0, yName: directions.names.1,
      note: note(notebook, loss, others: 0), here: (0, 0), reach: directions.reach
    ) { way in
      var places: [Int] = []
      for parameter in parameters {
        guard let part = way.trail.part(of: parameter.path), part.count == parameter.shape.count
        else { return nil }
        places.append(part.start)
      }
      guard area > 0 else { return nil }
      return way.states.map { state in
        var (s, t) = (0.0, 0.0)
        var index = 0
        for (parameter, place) in zip(parameters, places) {
          for element in 0..<parameter.shape.count {
            let difference = Double(state.values[place + element]) - origin[index]
            s += difference * a[index]
            t += difference * b[index]
            index += 1
          }
        }
        return ((s * bb - t * ab) / area, (t * aa - s * ab) / area)
      }
    }
  }

  /// The first two principal components of a way; nil when it is too short to have any.
  private static func pathDirections(_ parameters: [Parameter], _ way: Way?) -> Directions? {
    guard let way, way.states.count >= 3 else { return nil }
    var places: [(Int, Int)] = []
    for parameter in parameters {
      guard let part = way.trail.part(of: parameter.path), part.count == parameter.shape.count
      else { return nil }
      places.append((part.start, part.count))
    }
    // Evenly spread, as many as are quickly taken apart.
    let count = min(24, way.states.count)
    let rows = (0..<count).map { index -> [Double] in
      let state = way.states[index * (way.states.count - 1) / max(1, count - 1)]
      return places.flatMap { start, count in
        state.values[start..<start + count].map { Double($0) }
      }
    }
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    let parts = PrincipalComponents(rows)
    guard parts.axes.count == 2, parts.shares[1] > 1e-12 else { return nil }
    func name(_ index: Int) -> String {
      "PC\(index + 1) of the way (\(NumberText.short(parts.shares[index] * 100, digits: 3)) %)"
    }
    return Directions(
      first: parts.axes[0], second: parts.axes[1], names: (name(0), name(1)), reach: 0.1)
  }

  /// Normal numbers, each filter (the first axis of a weight) scaled to the length that the filter
  /// has; vectors such as biases stay, unless there is nothing else.
  private static func randomDirections(_ parameters: [Parameter], _ seed: UInt64) -> Directions {
    let hasMatrices = parameters.contains { $0.shape.rank >= 2 }
    func direction(_ name: String) -> [Double] {
      let stream = RandomStream(seed: seed, stream: streamHash("contour.\(name)"))
      var numbers: [Double] = []
      for parameter in parameters {
        let values = parameter.value.values.map { Double($0) }
        guard parameter.shape.rank >= 2 || !hasMatrices else {
          numbers += values.map { _ in 0 }
          continue
        }
        let filters = parameter.shape.rank >= 2 ? max(1, parameter.shape[0]) : 1
        let size = values.count / filters
        for filter in 0..<filters {
          // The sum of twelve uniform numbers is near enough to normal.
          let drawn = (0..<size).map { place -> Double in
            let index = numbers.count + place
            return (0..<12).reduce(-6) { $0 + Double(stream.uniform(at: index * 12 + $1)) }
          }
          let weights = Array(values[filter * size..<(filter + 1) * size])
          let length = PrincipalComponents.dot(weights, weights).squareRoot()
          let own = PrincipalComponents.dot(drawn, drawn).squareRoot()
          numbers += drawn.map { own > 0 ? $0 / own * (length > 0 ? length : 1) : 0 }
        }
      }
      return numbers
    }
    return Directions(
      first: direction("first"), second: direction("second"),
      names: ("a random direction", "another"), reach: 1)
  }
}
