import { EventEmitter } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { type Build, buildProgram } from './build'

/** Editors write a file in several steps. */
const SETTLE_MS = 150

/** The newest build of a program. Emits `built`, or `failed` with the reason (the build before it stays). */
export class ProgramBuild extends EventEmitter<{ built: []; failed: [message: string] }> {
  private watcher?: FSWatcher
  private timer?: NodeJS.Timeout

  private constructor(
    private readonly folder: string,
    public current: Build,
  ) {
    super()
    // One listener for every open window.
    this.setMaxListeners(0)
  }

  /** @throws Error naming the file where the program cannot be built. */
  static async start(folder: string, watching: boolean): Promise<ProgramBuild> {
    const program = new ProgramBuild(folder, await buildProgram(folder))
    if (watching) program.watch()
    return program
  }

  close(): void {
    this.watcher?.close()
    clearTimeout(this.timer)
  }

  private watch(): void {
    this.watcher = watch(this.current.root, { recursive: true }, () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.rebuild(), SETTLE_MS)
    })
  }

  private async rebuild(): Promise<void> {
    try {
      this.current = await buildProgram(this.folder)
      this.emit('built')
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      console.error(message)
      this.emit('failed', message)
    }
  }
}
