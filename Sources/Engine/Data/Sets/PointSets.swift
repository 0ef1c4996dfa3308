// What the generated sets of points in the plane have in common: their parameters are checked, and
// classes share the points evenly.

enum PointSets {
  /// More points than this are refused.
  static let mostPoints = 1 << 24

  static func check(
    _ set: String, n: Int, classes: Int, noise: Double
  ) throws(EngineError) {
    guard classes >= 2 else {
      throw EngineError("\(set) with classes=\(classes): it has at least 2 classes")
    }
    guard n >= classes else {
      throw EngineError("\(set) with n=\(n): it has at least 1 point a class, so \(classes)")
    }
    guard n <= mostPoints else {
      throw EngineError("\(set) with n=\(n): it has at most \(mostPoints) points")
    }
    guard noise >= 0, noise <= 1e6 else {
      throw EngineError("\(set) with noise=\(noise): noise is between 0 and 1000000")
    }
  }

  /// For sets without classes.
  static func check(_ set: String, n: Int, noise: Double) throws(EngineError) {
    guard n >= 1 else { throw EngineError("\(set) with n=\(n): it has at least 1 point") }
    try check(set, n: max(n, 2), classes: 2, noise: noise)
  }

  /// How many points each class gets: evenly, one more for the first ones.
  static func sizes(_ n: Int, classes: Int) -> [Int] {
    (0..<classes).map { n / classes + ($0 < n % classes ? 1 : 0) }
  }

  /// The fraction of the way from 0 to 1 of a point among `count`, both ends included.
  static func fraction(_ index: Int, of count: Int) -> Double {
    count == 1 ? 0 : Double(index) / Double(count - 1)
  }

  /// A set of points by class: `point` gets the class, how far along its class a point is, and two
  /// normal numbers. Points of one class follow one another.
  static func make(
    _ name: String, n: Int, classes: Int, seed: UInt64,
    point: (_ label: Int, _ along: Double, _ normal: (Double, Double)) -> (Double, Double)
  ) -> Dataset {
    let normals = RandomStream(seed: seed, stream: streamHash(name)).normals(count: 2 * n)
    var x: [Float] = []
    var y: [Float] = []
    x.reserveCapacity(2 * n)
    y.reserveCapacity(n)
    for (label, size) in sizes(n, classes: classes).enumerated() {
      for index in 0..<size {
        let place = 2 * y.count
        let (first, second) = point(
          label, fraction(index, of: size), (Double(normals[place]), Double(normals[place + 1])))
        x.append(Float(first))
        x.append(Float(second))
        y.append(Float(label))
      }
    }
    return Dataset(
      name: name,
      columns: [
        DataColumn("x", Tensor(shape: [n, 2], values: x)),
        DataColumn("y", Tensor(shape: [n], values: y)),
      ],
      classNames: (0..<classes).map(String.init), featureNames: ["x0", "x1"])
  }
}
