// Turkish: what the last line says of cells that were edited and of plots that were chosen.

extension Turkish {
  static let editing = #"""
    {} of {}: {*}
    {}/{}: {}

    [{}] is as it was
    [{}] olduğu gibi kaldı

    [{}] changed
    [{}] değişti

    [{}] deleted
    [{}] silindi

    [{}] deleted; {} cell{s} ran again
    [{}] silindi; {} hücre yeniden çalıştı

    [{}] deleted; [{}] failed
    [{}] silindi; [{}] başarısız

    [{}] deleted; [{}] failed: {} cell{s} after it not run; run rest goes on
    [{}] silindi; [{}] başarısız: ardındaki {} hücre çalışmadı; run rest sürdürür

    [{}] deleted; stopped: {} cell{s} after it not run; run rest goes on
    [{}] silindi; durduruldu: ardındaki {} hücre çalışmadı; run rest sürdürür

    {} cell{s} ran again
    {} hücre yeniden çalıştı

    [{}] failed
    [{}] başarısız

    [{}] failed: {} cell{s} after it not run; run rest goes on
    [{}] başarısız: ardındaki {} hücre çalışmadı; run rest sürdürür

    stopped: {} cell{s} after it not run; run rest goes on
    durduruldu: ardındaki {} hücre çalışmadı; run rest sürdürür
    """#
}
