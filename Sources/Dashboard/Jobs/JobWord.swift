/// What davit is busy with, in a word or two for the footer.
enum JobWord {
  /// `1 job`, `pulling 45%`, `3 jobs`.
  static func text(_ running: [Job]) -> String {
    guard running.count == 1, let job = running.first, let short = job.progress?.short else {
      return Counted.text(running.count, "job")
    }
    return job.progress?.silence == nil
      ? "\(job.work.verb.progress) \(short)" : "\(job.work.verb.progress): stalled"
  }
}
