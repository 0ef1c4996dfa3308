/// Every verb. A new one adds its line here and stands in the file of its topic.
enum Verbs {
  static let all: [VerbEntry] =
    Training.verbs + RunListing.verbs + Walking.verbs
    + Reading.verbs + Printing.verbs + Listing.verbs
    + WhatIf.verbs + Undo.verbs + Explain.verbs + Predict.verbs + Viewing.verbs + Attending.verbs
    + Plotting.verbs + GraphPlot.verbs
    + SessionVerbs.verbs + Profiling.verbs + Comparing.verbs + Diagnosing.verbs + Stopping.verbs
    + Editing.verbs + Exporting.verbs
}
