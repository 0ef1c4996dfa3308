// Turkish: messages of places in the program and in training.

extension Turkish {
  static let travelling = #"""
    inside train only 'at' and 'every' can stand
    train içinde yalnızca 'at' ve 'every' durabilir

    '{} {}' never comes
    '{} {}' hiç gelmez

    'round {}' never comes
    'round {}' hiç gelmez

    there is no instruction '{}' in the program
    programda '{}' diye bir yönerge yok

    no NaN and no infinity was made in {} training step{s}
    {} eğitim adımında NaN ya da sonsuz oluşmadı

    {} is not computed in step {}
    {} {}. adımda hesaplanmıyor

    {} is not computed yet in step {}: it is instruction {} of {}, in the {*}
    {} {}. adımda henüz hesaplanmadı: {}/{} numaralı yönerge, {} içinde

    {*} has no gradient, only a tensor has
    {}: gradyanı yok, gradyan yalnızca tensörlerin olur

    {}.grad needs a run, and nothing has been trained yet
    {}.grad bir koşu ister, henüz hiçbir şey eğitilmedi

    {} is not on the way from a trained parameter to {}
    {}, eğitilen bir parametreden {} kaybına giden yolda değil

    the run goes on: {} needs it paused
    koşu sürüyor: {} için duraklatılmış olmalı

    the function that trains is of an earlier cell: what is done meanwhile cannot be recorded
    eğiten fonksiyon daha önceki bir hücrede: bu sırada yapılan kaydedilemez

    {}: {*}
    {}: {}
    """#
}
