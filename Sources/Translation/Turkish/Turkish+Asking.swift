// Turkish: messages of verbs that look at a run: attention, compare, plot, expect and others.

extension Turkish {
  static let asking = #"""
    attention needs a layer, or a tensor of weights
    attention bir katman ya da bir ağırlık tensörü ister

    for= needs a network that is applied
    for= uygulanan bir ağ ister

    there is no attention layer in {}
    {} içinde dikkat katmanı yok

    attention needs weights [queries, keys], {} has shape {}
    attention [sorgular, anahtarlar] ağırlıkları ister, {} biçimi {}

    the rows of {} are no weights: row {} adds up to {}, not 1
    {} satırları ağırlık değil: {}. satırın toplamı {}, 1 değil

    {}= has {} names for {} queries and {} keys
    {}= {} ad veriyor, oysa {} sorgu ve {} anahtar var

    a name is a text, not {*}
    bir ad metin olmalı, {} değil

    {}= needs names, not {*}
    {}= adlar ister, {} değil

    attention has no view '{}'
    attention fiilinin '{}' görünümü yok

    no attention of earlier steps is kept
    önceki adımların dikkati saklanmamış

    the attention of step {} is not kept
    {}. adımın dikkati saklanmamış

    'compare' needs two things, this is one
    'compare' iki şey ister, bu bir tane

    '{}' is {*} and '{}' {*}: two of one kind can be compared
    '{}' {}, '{}' ise {}: aynı türden iki şey karşılaştırılabilir

    there is no '{}' to compare
    karşılaştırılacak '{}' yok

    '{}' is {*}: networks, tensors, steps and sessions can be compared
    '{}' {}: ağlar, tensörler, adımlar ve oturumlar karşılaştırılabilir

    there is no run to compare
    karşılaştırılacak koşu yok

    the session '{}' has no run to compare
    '{}' oturumunda karşılaştırılacak koşu yok

    there is no run whose steps could be compared
    adımları karşılaştırılabilecek bir koşu yok

    there is no step {}: the run has done {}
    {} numaralı adım yok: koşu {} adım yaptı

    there is no run to diagnose
    tanı konacak koşu yok

    history is a number of MiB from 0 to 1,048,576, not {}
    history, 0 ile 1,048,576 arasında bir MiB sayısıdır, {} değil

    there is no program to list
    listelenecek program yok

    there is no instruction {}: the program has {}
    {} numaralı yönerge yok: programda {} yönerge var

    'list' takes a layer, a number or 'all'
    'list' bir katman, bir sayı ya da 'all' alır

    there is no plot '{}' on the screen
    ekranda '{}' çizimi yok

    {} has {} element{s}, the answer has {}
    {} {} öğeli, yanıt {} öğeli

    an answer has at most {} elements, not {}
    bir yanıtın en çok {} öğesi olur, {} değil

    a condition of shape {} does not fit {} of shape {}
    {} biçimli koşul, {} ile uyuşmuyor; onun biçimi {}

    index {} is outside an axis of {}
    {} indisi, {} uzunluğundaki eksenin dışında

    there is no program to measure
    ölçülecek program yok

    'profile' cannot add up by '{}'
    'profile' şuna göre toplayamaz: '{}'

    where {}
    burada {}

    expected {}, and it is not so
    beklenen {}, ama öyle değil

    expected {}, but {} {} {} does not hold
    beklenen {}, ama {} {} {} doğru değil

    there is no run whose gradients could be checked
    gradyanları denetlenebilecek bir koşu yok

    the gradient of {} differs from the differences by {}
    {} gradyanı sonlu farklardan {} kadar ayrılıyor

    a seed cannot be negative: {}
    bir tohum eksi olamaz: {}

    speed must be between 0.01 and 1000, not {}
    speed 0.01 ile 1000 arasında olmalı, {} değil

    keys are bound at the prompt of the full screen
    tuşlar tam ekranın komut satırında bağlanır

    '{}' works at the prompt, not in a script
    '{}' komut satırında çalışır, betikte değil

    'save' needs a name
    'save' bir ad ister

    there is no help on '{}'
    '{}' için yardım yok

    there is no program to break into
    durdurulacak bir program yok

    the commands of a breakpoint cannot move: '{}'
    bir durma noktasının komutları yer değiştiremez: '{}'

    'ignore' needs how often breakpoint {} is to be passed
    'ignore', {} numaralı durma noktasının kaç kez geçileceğini ister

    a breakpoint cannot be passed '{}' times
    bir durma noktası '{}' kez geçilemez

    there is no breakpoint {}
    {} numaralı durma noktası yok
    """#
}
