// What the catalogue collects of this folder.

/// The data sets, and what makes training data of them.
public enum DataDescriptors {
  public static let all: [Descriptor] = [
    XorData.descriptor, SpiralData.descriptor, MoonsData.descriptor, CircleData.descriptor,
    GaussData.descriptor, IrisData.descriptor, DigitsData.descriptor, CSVFile.descriptor,
    Dataset.splitDescriptor, BatchSchedule.descriptor, TokenSequence.descriptor,
    TokenSequence.windowsDescriptor,
  ]
}
