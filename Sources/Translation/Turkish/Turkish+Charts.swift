// Turkish: what charts say. What a plot is called, the words it is drawn with and the names of the
// learner's own are not here.

extension Turkish {
  static let charts = #"""
    loss
    kayıp
    """#
}
