// `wine()`: chemical analyses of wines, decoded from `WineTable`.

/// 178 wines of three growers of one region, thirteen measurements each.
public enum WineData {
  /// Who made the data, where it is from and under which licence.
  public static let attribution =
    "S. Aeberhard, M. Forina (1992), Wine, UCI Machine Learning Repository, "
    + "https://doi.org/10.24432/C5PC7J, CC BY 4.0"

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "wine", .dataset, signature: "wine()",
    summary: "178 wines of three growers: thirteen chemical measurements on very unequal scales.",
    shapes: "x [178, 13], y [178]", source: attribution, example: "data = wine()")

  /// x `[178, 13]` in the units of the source; y `[178]`, the grower.
  public static func make() -> Dataset {
    let (x, y) = NumberTable.decoded(
      WineTable.text, rows: WineTable.rows, decimals: WineTable.decimals)
    return Dataset(
      name: "wine", columns: [DataColumn("x", x), DataColumn("y", y)],
      classNames: ["class_0", "class_1", "class_2"],
      featureNames: [
        "alcohol", "malic_acid", "ash", "alcalinity_of_ash", "magnesium", "total_phenols",
        "flavanoids", "nonflavanoid_phenols", "proanthocyanins", "color_intensity", "hue",
        "od280/od315_of_diluted_wines", "proline",
      ],
      attribution: attribution)
  }
}
