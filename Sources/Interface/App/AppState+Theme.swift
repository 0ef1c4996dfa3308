// Dark and light: the terminal's background decides until the person does.

import Screen

extension AppState {
  mutating func switchTheme() -> [AppEffect] {
    isThemeChosen = true
    appearance.theme = appearance.theme == .dark ? .light : .dark
    message = "colours for a \(appearance.theme.rawValue) background"
    return []
  }
}
