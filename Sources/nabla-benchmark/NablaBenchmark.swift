import ArgumentParser
@main struct NablaBenchmark: ParsableCommand { func run() {} }
