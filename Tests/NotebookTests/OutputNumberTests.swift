import Notebook
import Testing

// Expected texts are those of C's `printf("%.4g")`, except where the comment says otherwise.
struct OutputNumberTests {
  @Test(arguments: [
    (0.0412, "0.0412"), (1.5, "1.5"), (-2, "-2"), (0, "0"), (3.14159e-7, "3.142e-07"),
    (0.0001, "0.0001"), (0.00001, "1e-05"), (0.99996, "1"), (0.99994, "0.9999"),
    (9999.96, "1e+04"), (1234.5678, "1235"), (0.00012345678, "0.0001235"),
    (1.7976931348623157e308, "1.798e+308"), (.leastNonzeroMagnitude, "5e-324"),
    (-123.456, "-123.5"),
    (1e100, "1e+100"), (12345.678, "1.235e+04"), (99.995, "100"), (1e6, "1e+06"),
    (.infinity, "Infinity"), (-.infinity, "-Infinity"), (.nan, "NaN"), (-.nan, "NaN"),
  ])
  func fourDigits(_ value: Double, _ expected: String) {
    #expect(NumberText.short(value) == expected)
  }

  @Test func wholeNumbersKeepTheirDigits() {
    #expect(NumberText.short(12345.0) == "12345")
    #expect(NumberText.short(Float(-999_999)) == "-999999")
    #expect(NumberText.short(Float(1e6)) == "1e+06")
  }

  @Test func negativeZeroIsZero() {
    #expect(NumberText.short(Float(-0.0)) == "0")
    #expect(NumberText.short(-0.0) == "0")
  }

  @Test func theShortestDecimalIsRounded() {
    // The nearest Float lies just above, the nearest Double just below; both read 0.12345.
    #expect(NumberText.short(Float(0.12345)) == "0.1235")
    #expect(NumberText.short(0.12345) == "0.1235")
    #expect(NumberText.short(Float(0.1)) == "0.1")
  }

  @Test(arguments: [
    (Float(0.1), "0.1"), (1, "1"), (-2, "-2"), (-0.0, "-0.0"), (1e-5, "1e-05"),
    (16_777_216, "16777216"), (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"),
    (0.333333343, "0.33333334"),
  ])
  func fullPrecision(_ value: Float, _ expected: String) {
    #expect(NumberText.full(value) == expected)
  }

  @Test func fullPrecisionReadsBackTheSameBits() {
    var state: UInt32 = 12345
    for _ in 0..<2000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let value = Float(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Float(NumberText.full(value))?.bitPattern == value.bitPattern)
      let short = Double(NumberText.short(value)) ?? .nan
      #expect(abs(short - Double(value)) <= abs(Double(value)) * 5.001e-4)
    }
  }
}
