// A scatter plot for programs to read: as JSON and as a table.

extension PictureJSON {
  static func scatter(_ picture: ScatterPicture) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("x_name", .string(picture.xName)), .init("y_name", .string(picture.yName)),
      .init("x", .floats(picture.x)), .init("y", .floats(picture.y)),
    ]
    if !picture.values.isEmpty {
      members += [
        .init("value_name", .string(picture.valueName)), .init("values", .floats(picture.values)),
      ]
    }
    if !picture.names.isEmpty { members.append(.init("names", .strings(picture.names))) }
    members.append(.init("total", .integer(picture.total)))
    return members
  }
}

extension PlotCSV {
  /// A record a point, under the names of its columns.
  static func scatter(_ picture: ScatterPicture) -> CSV {
    let hasNames = !picture.names.isEmpty
    let hasValues = !picture.values.isEmpty
    var table = CSV(
      (hasNames ? ["name"] : []) + [picture.xName, picture.yName]
        + (hasValues ? [picture.valueName] : []))
    for index in 0..<picture.count {
      let name = index < picture.names.count ? picture.names[index] : ""
      let value = index < picture.values.count ? NumberText.full(picture.values[index]) : ""
      table.add(
        (hasNames ? [name] : [])
          + [NumberText.full(picture.x[index]), NumberText.full(picture.y[index])]
          + (hasValues ? [value] : []))
    }
    return table
  }
}
