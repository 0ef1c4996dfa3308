// Turkish: messages about syntax.

extension Turkish {
  static let language = #"""
    unknown escape '{}'
    bilinmeyen kaçış dizisi '{}'

    the string is never closed
    metnin kapanış tırnağı yok

    comparisons cannot be chained
    karşılaştırmalar zincirlenemez

    a range has two ends
    bir aralığın iki ucu olur

    unexpected '{}='
    beklenmeyen '{}='

    nothing follows {}
    {} ardında bir şey yok

    a name must follow '.'
    '.' işaretinden sonra bir ad gelmeli

    argument '{}' is given twice
    '{}' bağımsız değişkeni iki kez verilmiş

    an argument without a name follows '{}='
    '{}=' ardından adsız bir bağımsız değişken geliyor

    nothing stands before ','
    ',' önünde bir şey yok

    an index is missing
    bir indis eksik

    an expression is missing
    bir ifade eksik

    a name is missing before '='
    '=' önünde bir ad eksik

    nothing stands before '{}'
    '{}' önünde bir şey yok

    '{}' closes nothing
    '{}' hiçbir şeyi kapatmıyor

    nothing stands before {}
    {} önünde bir şey yok

    {} closes nothing
    {} hiçbir şeyi kapatmıyor

    '{}' cannot be a name
    '{}' bir ad olamaz

    'else' without 'if'
    'if' olmadan 'else'

    nothing stands before '|'
    '|' önünde bir şey yok

    '{}' is bound twice
    '{}' iki kez bağlanmış

    only a name can be bound
    yalnızca bir ad bağlanabilir

    a name must follow '{}'
    '{}' ardından bir ad gelmeli

    expected '(' after '{}'
    '{}' ardından '(' bekleniyordu

    parameter '{}' is given twice
    '{}' parametresi iki kez verilmiş

    nothing follows '='
    '=' ardında bir şey yok

    parameter '{}' has no default, but '{}' before it has one
    '{}' parametresinin varsayılan değeri yok, ondan önceki '{}' parametresinin var

    expected 'in' after '{}'
    '{}' ardından 'in' bekleniyordu

    '=' binds a name
    '=' bir ad bağlar

    expected '{' after {}
    {} ardından '{' bekleniyordu

    '{}' is not a verb
    '{}' bir fiil değil

    '{}' needs {*}
    '{}' için gereken: {}

    '{}' takes a name, a member or an element
    '{}' bir ad, bir üye ya da bir öğe alır

    '{} {}' needs a value: = …
    '{} {}' bir değer ister: = …

    '{} {}' needs an expression
    '{} {}' bir ifade ister

    '{}' does not know {}
    '{}' bunu tanımıyor: {}

    '{}' takes no { … }
    '{}' { … } almaz

    '{}' is given twice
    '{}' iki kez verilmiş

    nothing follows '{}'
    '{}' ardında bir şey yok

    '{}' takes no options
    '{}' seçenek almaz

    '{}' has no option '{}'
    '{}' fiilinin '{}' seçeneği yok

    option '{}' is given twice
    '{}' seçeneği iki kez verilmiş

    '{}' does not know '{}'
    '{}', '{}' sözcüğünü tanımıyor

    {} cannot stand in a name without quotes
    {} tırnaksız bir adda bulunamaz

    nested deeper than {} levels
    iç içe {} düzeyden derin

    the expression has more than {} operations in a row
    ifadede art arda {} işlemden çoğu var

    unexpected {}
    beklenmeyen {}

    {} is never closed
    {} hiç kapanmıyor

    '{}' does not close {}
    '{}', {} için kapanış değil
    """#
}
