// The plots of data as charts. A cursor chooses what is read out: a tile, a cell, a word, a token.

import Notebook
import Plotting
import Screen

/// Pictures of data as charts.
enum PictureDrawing {
  /// The chart of a picture; `cursor` counts its tiles, cells, words, choices or tokens.
  static func chart(for plot: PlotOutput, cursor: Int? = nil) -> any Chart {
    switch plot.content {
    case .confusion(let matrix):
      let count = max(1, matrix.classes.count)
      return ConfusionChart(
        title: plot.title, classes: matrix.classes, counts: matrix.counts,
        showsShares: matrix.showsShares,
        selected: cursor.map { ConfusionPlace(row: $0 / count, column: $0 % count) })
    case .tiles(let picture):
      return TileChart(
        title: plot.title, notes: notes(picture.note), groups: picture.groups.map(group),
        selected: cursor)
    case .map(let map): return wordMap(plot.title, map, cursor)
    case .scatter(let picture):
      return ScatterDrawing.chart(plot.title, picture, plot.axes, cursor: cursor)
    case .probabilities(let choices):
      let count = choices.choices.count + choices.restCount
      var notes: [HeadingWords] = [HeadingWords(["\(count) choice\(count == 1 ? "" : "s")"])]
      if choices.temperature != 1 {
        notes.append(HeadingWords(["temperature \(NumberFormat.compact(choices.temperature))"]))
      }
      return ProbabilityChart(
        title: plot.title, notes: notes,
        chances: choices.choices.map {
          ChartChance(label: $0.label, probability: $0.probability)
        }, restCount: choices.restCount, rest: choices.rest, selected: cursor)
    case .text(let text):
      return ShadedTextChart(
        title: plot.title,
        tokens: text.tokens.map {
          ChartToken(text: $0.text, probability: $0.probability, isGiven: $0.isGiven)
        }, separator: text.separator, selected: cursor)
    case .contour(let contour): return self.contour(plot.title, contour)
    default: return PlotDrawing.chart(for: plot)
    }
  }

  /// The height of charts that depends on what the terminal can show.
  static func inlineRows(_ chart: any Chart, columns: Int, appearance: Appearance) -> Int? {
    if let tiles = chart as? TileChart {
      return tiles.naturalRows(columns: columns, appearance: appearance)
    }
    return (chart as? ShadedTextChart)?.naturalRows(columns: columns, appearance: appearance)
  }

  /// What a note says in parts between commas, each of which can be left out.
  private static func notes(_ note: String) -> [HeadingWords] {
    note.split(separator: ", ").map { HeadingWords([String($0)]) }
  }

  private static func group(_ group: TilePicture.Group) -> ChartTileGroup {
    ChartTileGroup(
      title: group.title,
      tiles: group.tiles.map { tile in
        ChartTile(
          caption: tile.caption,
          mark: tile.isRight.map { $0 ? .right : .wrong } ?? .none, rows: tile.rows,
          columns: tile.columns, values: tile.values.map(Double.init))
      }, isSigned: group.isSigned, fitsOneRow: group.isOneRow)
  }

  private static func wordMap(_ title: String, _ map: WordMap, _ cursor: Int?) -> MapChart {
    let shares = map.shares.map { NumberFormat.fixed($0 * 100, decimals: 1) + " %" }
    var notes: [HeadingWords] = []
    if shares.count == 2 {
      notes.append([
        "across PC1 \(shares[0]), up PC2 \(shares[1]) of the variance",
        "across PC1 \(shares[0]), up PC2 \(shares[1])", "PC1 \(shares[0]), PC2 \(shares[1])",
      ])
    }
    if map.words.count < map.total {
      let count = "\(map.words.count) of \(map.total)"
      notes.append(["the first \(count)", count])
    }
    let near = cursor.flatMap { map.neighbours.indices.contains($0) ? map.neighbours[$0] : nil }
    return MapChart(
      title: title, notes: notes,
      points: map.words.indices.map {
        MapPoint(label: map.words[$0], x: Double(map.x[$0]), y: Double(map.y[$0]))
      }, selected: cursor,
      near: (near ?? []).map {
        MapNeighbour(index: $0.index, similarity: Double($0.similarity))
      })
  }

  private static func contour(_ title: String, _ contour: LossContour) -> ContourChart {
    ContourChart(
      title: title, note: contour.note, xName: contour.xName, yName: contour.yName,
      columns: contour.columns, rows: contour.rows,
      x: Double(contour.x.lowerBound)...Double(contour.x.upperBound),
      y: Double(contour.y.lowerBound)...Double(contour.y.upperBound),
      values: contour.values.map(Double.init),
      paths: contour.paths.map { path in
        var note = ""
        if let first = path.steps.first, let last = path.steps.last {
          note = "steps \(first) … \(last)"
        }
        if !path.last.isNaN {
          note +=
            ", \(NumberFormat.compact(Double(path.first))) → "
            + NumberFormat.compact(Double(path.last))
        }
        return ContourPath(
          name: path.name, note: note,
          places: zip(path.x, path.y).map { ContourPath.Place(x: Double($0), y: Double($1)) })
      })
  }
}
