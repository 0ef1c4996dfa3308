// A finding in words: what is wrong and where, how it is known, what helps; then the place.

import Engine

/// Lines for a finding.
enum FindingText {
  static func lines(_ finding: FindingOutput) -> [String] {
    let line = VisibleText.line("\(finding.title): \(finding.evidence): \(finding.remedy)")
    return [line] + (finding.place.map { ["  " + VisibleText.line($0)] } ?? [])
  }
}

extension FindingOutput {
  init(_ finding: Finding) {
    let severity: Severity =
      switch finding.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    self.init(
      rule: finding.rule, severity: severity, subject: finding.subject,
      evidence: finding.evidence.text { NumberText.short($0, digits: 3) },
      numbers: finding.evidence.numbers, remedy: finding.remedy, path: finding.place?.path,
      instruction: finding.place?.instruction, step: finding.place?.step)
  }
}
