// `breast_cancer()`: cell nuclei, decoded from `BreastCancerTable`.

/// 569 breast masses, thirty measurements of their cell nuclei each.
public enum BreastCancerData {
  /// Who made the data, where it is from and under which licence.
  public static let attribution =
    "W. Wolberg, O. Mangasarian, N. Street, W. Street (1993), Breast Cancer Wisconsin "
    + "(Diagnostic), UCI Machine Learning Repository, https://doi.org/10.24432/C5DW2B, CC BY 4.0"

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "breast_cancer", .dataset, signature: "breast_cancer()",
    summary: "569 breast masses, malignant or benign, by thirty measurements of their cell nuclei.",
    shapes: "x [569, 30], y [569]", source: attribution, example: "data = breast_cancer()")

  /// x `[569, 30]`: the mean, the standard error and the worst of ten measurements; y `[569]`, 0 for
  /// malignant, 1 for benign.
  public static func make() -> Dataset {
    let (x, y) = NumberTable.decoded(
      BreastCancerTable.text, rows: BreastCancerTable.rows, decimals: BreastCancerTable.decimals)
    let measured = [
      "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
      "concave points", "symmetry", "fractal dimension",
    ]
    return Dataset(
      name: "breast_cancer", columns: [DataColumn("x", x), DataColumn("y", y)],
      classNames: ["malignant", "benign"],
      featureNames: measured.map { "mean \($0)" } + measured.map { "\($0) error" }
        + measured.map { "worst \($0)" },
      attribution: attribution)
  }
}
