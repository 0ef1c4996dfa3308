// Turkish: remedies of messages about keys and about what is written.

extension Turkish {
  static let languageHints = #"""
    if stands before: if c { x = a } else { x = b }; where(c, a, b) chooses numbers
    if başta durur: if c { x = a } else { x = b }; where(c, a, b) sayılar arasından seçer

    choose another key, so that there is a way out
    başka bir tuş seçin, çıkış yolu kalsın

    bind {} none, or choose another key
    bind {} none yazın ya da başka bir tuş seçin

    choose another key
    başka bir tuş seçin

    at most 4
    en çok 4

    keys are written a, ^X, Alt-o, F6, PgUp, Space; several as ^X o
    tuşlar a, ^X, Alt-o, F6, PgUp, Space diye yazılır; birkaçı ^X o diye

    help (^X h) names them all
    yardım (^X h) hepsinin adını verir

    end it with {} on the same line
    aynı satırda {} ile bitirin

    write {} and {} {} …
    {} ve {} {} … yazın

    put brackets around it: (not …)
    ayraç içine alın: (not …)

    put it first or name it
    başa alın ya da adlandırın

    a list is written [… for i in 0..4]
    bir liste [… for i in 0..4] diye yazılır

    expected ',' or ')'
    beklenen ',' ya da ')'

    expected ',' or ']'
    beklenen ',' ya da ']'

    '{}' starts a statement
    '{}' bir deyim başlatır

    [f(i) for i in 0..4]
    [f(i) for i in 0..4]

    expected 'in': [f(i) for i in 0..4]
    'in' bekleniyordu: [f(i) for i in 0..4]

    write it on the line of the closing brace: if a > b { … } else { … }
    kapanan ayracın satırına yazın: if a > b { … } else { … }

    put it right below the line it goes on with, or end that line with '|'
    sürdürdüğü satırın hemen altına yazın ya da o satırı '|' ile bitirin

    set {} = … changes an element or a parameter
    set {} = … bir öğeyi ya da parametreyi değiştirir

    def {}(…) = … defines a function
    def {}(…) = … bir fonksiyon tanımlar

    a parameter is a name: def f(x, n=2) = …
    bir parametre addır: def f(x, n=2) = …

    for i, x in enumerate(list) { … }
    for i, x in enumerate(list) { … }

    if a > b { … } else { … }
    if a > b { … } else { … }

    did you mean '{}'?
    şunu mu demek istediniz: '{}'?

    '{}' is a verb: it starts a line
    '{}' bir fiil: satırın başında durur

    options stand apart by blanks
    seçenekler boşlukla ayrılır

    '{}' starts a verb's line; the name is written ({})
    '{}' bir fiil satırı başlatır; ad ise ({}) diye yazılır

    there is {}
    olan: {}

    put a name with other characters in quotes
    başka karakterli bir adı tırnak içine alın

    put the name in quotes
    adı tırnak içine alın

    bind a part to a name and use the name
    bir parçaya ad verip adı kullanın

    bind a part to a name, or use a list or a loop
    bir parçaya ad verin, ya da liste veya döngü kullanın

    expected '{}'
    beklenen '{}'
    """#
}
