// Turkish: messages of plots, attention and export.

extension Turkish {
  static let drawing = #"""
    boundary needs a network
    boundary bir ağ ister

    the network has no output
    ağın çıkışı yok

    next needs at least one token to start with
    next başlamak için en az bir belirteç ister

    {} needs a row of scores, this has shape {}
    {} bir puan satırı ister, bunun biçimi {}

    there are {} scores and {} names
    {} puan ve {} ad var

    text needs a network, not {*}
    text bir ağ ister, {} değil

    confusion: scores {} and labels {} do not fit
    confusion: {} puanları ile {} etiketleri uyuşmuyor

    confusion draws at most {} classes, these scores have {}
    confusion en çok {} sınıf çizer, bu puanlarda {} sınıf var

    confusion: there is no class {}, the scores have {}
    confusion: {} diye bir sınıf yok, puanlarda {} sınıf var

    contour needs one number, this has shape {}
    contour tek bir sayı ister, bunun biçimi {}

    {} is too much work for a contour: it is computed some thousand times
    {} bir eşyükselti çizimi için fazla iş: birkaç bin kez hesaplanır

    {} is no single element of a parameter
    {} bir parametrenin tek bir öğesi değil

    contour needs a loss of at least two trainable numbers
    contour, en az iki eğitilebilir sayısı olan bir kayıp ister

    directions are path or random
    directions path ya da random olur

    {} needs an interval
    {} bir aralık ister

    the interval {}..{} is empty or too large
    {}..{} aralığı boş ya da çok büyük

    plot over an interval needs a function of one number; this one turns [{}] into {}
    bir aralıkta plot, tek sayının bir fonksiyonunu ister; bu, [{}] girdisini {} yapıyor

    'over' needs an interval
    'over' bir aralık ister

    the interval {}..{} is empty
    {}..{} aralığı boş

    an rnn has no gates
    rnn katmanının kapıları yoktur

    graph takes a network or a loss
    graph bir ağ ya da kayıp alır

    graph draws a network or a loss, not {*}
    graph bir ağ ya da kayıp çizer, {} değil

    there is nothing in {} to draw
    {} içinde çizilecek bir şey yok

    {} has {} boxes, and at most {} are drawn
    {} {} kutulu, en çok {} kutu çizilir

    {} has not been applied to anything yet
    {} henüz hiçbir şeye uygulanmadı

    layers needs a network
    layers bir ağ ister

    there is no layer in {}
    {} içinde katman yok

    neuron takes a layer and a unit's number
    neuron bir katman ve birim numarası alır

    neuron draws a unit of a dense layer, or of z = x @ w + b
    neuron bir dense katmanının ya da z = x @ w + b ifadesinin bir birimini çizer

    {} is no sum of products as x @ w + b is
    {}, x @ w + b gibi bir çarpımlar toplamı değil

    {} has {} unit{s}, from 0 to {}
    {} {} birimli, 0 ile {} arasında

    {} was applied to {} row{s}, from 0 to {}
    {} {} satıra uygulandı, 0 ile {} arasında

    {} needs a recurrent layer
    {} yinelemeli bir katman ister

    there is no recurrent layer in {}
    {} içinde yinelemeli katman yok

    {} has no time steps to show
    {} için gösterilecek zaman adımı yok

    {} has no part in the run of {}
    {}, {} kaybının koşusunda yer almıyor

    {} needs a network or a layer
    {} bir ağ ya da katman ister

    filters needs a convolution, or a dense layer over a square image
    filters bir evrişim ya da kare bir görüntü üzerinde dense katmanı ister

    features needs a network
    features bir ağ ister

    there is no convolution in {}
    {} içinde evrişim yok

    {} makes no two-dimensional maps
    {} iki boyutlu haritalar yapmıyor

    there are no numbers to count
    sayılacak sayı yok

    images need rows of pixels, this has shape {}
    images piksel satırları ister, bunun biçimi {}

    {*} and {} labels do not fit
    {} ile {} etiket uyuşmuyor

    wrong=true needs labels and a network
    wrong=true etiketler ve bir ağ ister

    {*} and answers of shape {} do not fit
    {} ile {} biçimli yanıtlar uyuşmuyor

    {}: the scores are NaN or infinite, there are no probabilities
    {}: puanlar NaN ya da sonsuz, olasılık yok

    no run has done a step yet
    henüz hiçbir koşu adım atmadı

    runs are named without '{}='
    koşular '{}=' olmadan adlandırılır

    there is no run {}
    {} numaralı koşu yok

    there is no run '{}'
    '{}' diye bir koşu yok

    there is no run to plot
    çizilecek koşu yok

    map needs a table of vectors [n, d], this has shape {}
    map bir vektör tablosu [n, d] ister, bunun biçimi {}

    there are {} vectors and {} words
    {} vektör ve {} sözcük var

    neurons needs a network
    neurons bir ağ ister

    {} needs a run on points of the plane
    {} düzlemin noktaları üzerinde bir koşu ister

    {} takes at most {} arguments
    {} en çok {} bağımsız değişken alır

    {} needs {*}
    {} için gereken: {}

    {} must be from {} to {}, not {}
    {} {} ile {} arasında olmalı, {} değil

    {}: '{}' must be a list of texts, tokens or a tokenizer
    {}: '{}' bir metin listesi, belirteçler ya da bir belirteçleyici olmalı

    smooth must be from 0 to less than 1, not {}
    smooth 0 ya da daha büyük, 1'den küçük olmalı, {} değil

    {} is {} or {}
    {} şunlardan biri: {} ya da {}

    'x' is for what is recorded over training steps; {} is a curve
    'x' eğitim adımları boyunca kaydedilenler içindir; {} ise bir eğri

    '{}' is for series and curves; {} has no such axis
    '{}' seriler ve eğriler içindir; {} için böyle bir eksen yok

    plot {} needs what it draws in parentheses
    plot {} çizeceği şeyi ayraç içinde ister

    {} takes one argument
    {} tek bir bağımsız değişken alır

    there is nothing in {} to plot
    {} içinde çizilecek bir şey yok

    bptt needs a network
    bptt bir ağ ister

    there is no recurrent layer of {} in the run of {}
    {} ağının {} koşusunda yinelemeli katmanı yok

    a table needs a plot whose data it holds
    bir tablo, verisini taşıdığı bir çizim ister

    {} does not say by its end what is to be written
    {} sonunda ne yazılacağını söylemiyor

    there is no way to export '.{}'
    '.{}' olarak dışa aktarılamaz

    {} must be between 8 and 1000, not {}
    {} 8 ile 1000 arasında olmalı, {} değil

    there is no theme '{}'
    '{}' diye bir tema yok

    there is nothing in {} to export
    {} içinde dışa aktarılacak bir şey yok

    no cell has shown a plot '{}'
    hiçbir hücre '{}' çizimini göstermedi

    there is no attention to export yet
    henüz dışa aktarılacak dikkat yok

    {} does not depend on {}
    {}, şunlara bağlı değil: {}

    bptt needs the states of one layer, or a list of them for each of at most {} layers
    bptt tek bir katmanın durumlarını ya da en çok {} katmanın her biri için bir durum listesi ister
    """#
}
