import { Presets, SingleBar } from 'cli-progress'

export interface Bar {
  start(total: number): void
  update(done: number): void
  stop(): void
}

/** A progress bar on a terminal, cleared at the end. */
export function createBar(stream: NodeJS.WritableStream): Bar {
  const bar = new SingleBar(
    { stream, clearOnComplete: true, format: '{bar} {value}/{total}  {eta_formatted}' },
    Presets.rect,
  )
  return {
    start: (total) => bar.start(total, 0),
    update: (done) => bar.update(done),
    stop: () => bar.stop(),
  }
}
