import ArgumentParser
@main struct Nabla: ParsableCommand { func run() {} }
