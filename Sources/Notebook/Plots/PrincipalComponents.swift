// The directions in which vectors differ most: principal component analysis in double precision, the
// same bits on every machine.

/// The first two principal components of vectors.
struct PrincipalComponents {
  /// The coordinates of each vector along the two axes.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// The parts of the whole variance that the axes hold.
  private(set) var shares: [Double] = [0, 0]
  /// The axes, of unit length; empty when all vectors are one.
  private(set) var axes: [[Double]] = []

  /// How many directions are iterated together: those beyond the second make neighbours of nearly
  /// the same variance come apart.
  private static let block = 4
  private static let mostRounds = 300

  /// Orthogonal iteration on the covariance matrix (of the vectors' space or, when there are fewer
  /// vectors than dimensions, of the vectors), then Jacobi's rotations within the block. An axis
  /// points to where the coordinate of the largest magnitude is positive.
  ///
  /// - Parameter rows: vectors of one length.
  init(_ rows: [[Double]]) {
    let count = rows.count
    guard count > 0, let dimension = rows.first?.count, dimension > 0 else { return }
    var mean = Array(repeating: 0.0, count: dimension)
    for row in rows { for place in 0..<dimension { mean[place] += row[place] / Double(count) } }
    let centred = rows.map { row in zip(row, mean).map { $0 - $1 } }
    let isWide = dimension > count
    let size = isWide ? count : dimension
    var matrix = Array(repeating: 0.0, count: size * size)
    if isWide {
      for i in 0..<count {
        for j in 0...i {
          matrix[i * size + j] = PrincipalComponents.dot(centred[i], centred[j])
          matrix[j * size + i] = matrix[i * size + j]
        }
      }
    } else {
      for row in centred {
        for i in 0..<dimension {
          for j in 0..<dimension { matrix[i * size + j] += row[i] * row[j] }
        }
      }
    }
    let total = (0..<size).reduce(0) { $0 + matrix[$1 * size + $1] }
    x = Array(repeating: 0, count: count)
    y = x
    guard total > 0, total.isFinite else { return }
    let found = PrincipalComponents.largest(of: matrix, size: size)
    shares = []
    for (place, (value, vector)) in found.prefix(2).enumerated() {
      shares.append(max(0, value) / total)
      var axis = vector
      if isWide {
        // From a combination of vectors to a direction of their space.
        axis = Array(repeating: 0, count: dimension)
        for (weight, row) in zip(vector, centred) {
          for index in 0..<dimension { axis[index] += weight * row[index] }
        }
        let length = PrincipalComponents.dot(axis, axis).squareRoot()
        axis = length > 0 ? axis.map { $0 / length } : axis
      }
      var coordinates = centred.map { PrincipalComponents.dot($0, axis) }
      let farthest = coordinates.max { $0.magnitude < $1.magnitude } ?? 0
      if farthest < 0 {
        axis = axis.map { -$0 }
        coordinates = coordinates.map { -$0 }
      }
      axes.append(axis)
      if place == 0 { x = coordinates } else { y = coordinates }
    }
    while shares.count < 2 { shares.append(0) }
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices where index < b.count { sum += a[index] * b[index] }
    return sum
  }

  /// The largest eigenvalues of a symmetric matrix that has none below 0, with their vectors.
  private static func largest(of matrix: [Double], size: Int) -> [(Double, [Double])] {
    let width = min(block, size)
    // A start that no symmetry of the data is orthogonal to.
    var basis: [[Double]] = []
    for column in 1...width {
      basis.append((0..<size).map { 1 / Double(($0 * column) % 97 + column) })
    }
    orthonormalise(&basis)
    var before = Array(repeating: 0.0, count: width)
    for _ in 0..<mostRounds {
      basis = basis.map { times(matrix, $0, size) }
      let values = basis.map { dot($0, $0).squareRoot() }
      orthonormalise(&basis)
      let moved = zip(values, before).contains { ($0 - $1).magnitude > 1e-13 * max($0, 1e-300) }
      before = values
      if !moved { break }
    }
    // The matrix as the block sees it, and its own axes.
    let images = basis.map { times(matrix, $0, size) }
    var small = (0..<width).map { i in (0..<width).map { j in dot(basis[i], images[j]) } }
    var turn = (0..<width).map { i in (0..<width).map { $0 == i ? 1.0 : 0 } }
    rotate(&small, &turn)
    let order = (0..<width).sorted { small[$0][$0] > small[$1][$1] }
    return order.map { column in
      var vector = Array(repeating: 0.0, count: size)
      for (place, one) in basis.enumerated() {
        for index in 0..<size { vector[index] += turn[place][column] * one[index] }
      }
      return (small[column][column], vector)
    }
  }

  private static func times(_ matrix: [Double], _ vector: [Double], _ size: Int) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += matrix[row * size + column] * vector[column] }
      return sum
    }
  }

  /// Gram and Schmidt's method, each vector twice; what vanishes becomes a unit vector.
  private static func orthonormalise(_ basis: inout [[Double]]) {
    for index in basis.indices {
      for _ in 0..<2 {
        for other in 0..<index {
          let part = dot(basis[index], basis[other])
          for place in basis[index].indices { basis[index][place] -= part * basis[other][place] }
        }
      }
      let length = dot(basis[index], basis[index]).squareRoot()
      if length > 1e-290 {
        basis[index] = basis[index].map { $0 / length }
      } else {
        basis[index] = basis[index].indices.map { $0 == index ? 1 : 0 }
      }
    }
  }

  /// Jacobi's rotations until nothing is left beside the diagonal.
  private static func rotate(_ matrix: inout [[Double]], _ turn: inout [[Double]]) {
    let size = matrix.count
    for _ in 0..<60 {
      var moved = false
      for p in 0..<size {
        for q in p + 1..<max(p + 1, size) {
          let side = matrix[p][q]
          let scale = (matrix[p][p] * matrix[q][q]).magnitude.squareRoot()
          guard side.magnitude > 1e-15 * scale, side != 0 else { continue }
          moved = true
          let theta = (matrix[q][q] - matrix[p][p]) / (2 * side)
          let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<size {
            let (a, b) = (matrix[k][p], matrix[k][q])
            matrix[k][p] = c * a - s * b
            matrix[k][q] = s * a + c * b
          }
          for k in 0..<size {
            let (a, b) = (matrix[p][k], matrix[q][k])
            matrix[p][k] = c * a - s * b
            matrix[q][k] = s * a + c * b
          }
          for k in 0..<size {
            let (a, b) = (turn[k][p], turn[k][q])
            turn[k][p] = c * a - s * b
            turn[k][q] = s * a + c * b
          }
        }
      }
      if !moved { return }
    }
  }
}
