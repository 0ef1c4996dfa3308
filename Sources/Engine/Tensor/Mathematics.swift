// The C library's functions for reference values in double precision, under one import. Nothing
// that a program computes comes from here: programs use the kernels' own polynomials.

#if canImport(Glibc)
  import Glibc
  func exp(_ x: Double) -> Double { Glibc.exp(x) }
  func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  func log(_ x: Double) -> Double { Glibc.log(x) }
  func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  func erf(_ x: Double) -> Double { Glibc.erf(x) }
  func sin(_ x: Double) -> Double { Glibc.sin(x) }
  func cos(_ x: Double) -> Double { Glibc.cos(x) }
  func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
#else
  import Darwin
  func exp(_ x: Double) -> Double { Darwin.exp(x) }
  func expm1(_ x: Double) -> Double { Darwin.expm1(x) }
  func log(_ x: Double) -> Double { Darwin.log(x) }
  func log1p(_ x: Double) -> Double { Darwin.log1p(x) }
  func tanh(_ x: Double) -> Double { Darwin.tanh(x) }
  func erf(_ x: Double) -> Double { Darwin.erf(x) }
  func sin(_ x: Double) -> Double { Darwin.sin(x) }
  func cos(_ x: Double) -> Double { Darwin.cos(x) }
  func pow(_ x: Double, _ y: Double) -> Double { Darwin.pow(x, y) }
#endif
