// The plots by name. A new one adds its line here and stands in the file of its topic.

/// Every plot that has a name of its own.
enum Plots {
  static let all: [PlotEntry] =
    SeriesPlots.entries + LayerPlots.entries + DistributionPlots.entries
    + [BoundaryPlot.entry, HistogramPlot.entry, TimePlots.entry]
    + [ConfusionPlot.entry, ImagePlot.entry, NeuronPlot.entry, MapPlot.entry, ContourPlot.entry]
    + FilterPlots.entries + ChoicePlots.entries + [ScatterPlot.entry, TablePlot.entry]
    + [GraphPlot.entry, LayersPlot.entry, OneNeuronPlot.entry, UnrolledPlot.entry, GatesPlot.entry]

  /// More than these are not on the screen at once: the oldest goes.
  static let limit = 8
}
