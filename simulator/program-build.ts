import { EventEmitter } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { type Build, buildProgram } from './build'
import type { Overrides } from './build/bundle'
import { messageOf } from './error-message'

/** Debounce: editors write a file in several steps. */
const DEBOUNCE_MS = 150

interface ProgramBuildOptions {
  /** The program or a project that names it. */
  folder: string
  overrides: Overrides
  /** Whether to rebuild when the program's files change. */
  watch: boolean
}

/** The latest build of a program. Emits `built`, or `failed` with the message and keeps the previous build. */
export class ProgramBuild extends EventEmitter<{ built: []; failed: [message: string] }> {
  private watcher?: FSWatcher
  private timer?: NodeJS.Timeout

  private constructor(
    private readonly folder: string,
    private readonly overrides: Overrides,
    public current: Build,
  ) {
    super()
    // One listener per open window.
    this.setMaxListeners(0)
  }

  /** @throws Error naming the file if the program cannot be built */
  static async start({ folder, overrides, watch }: ProgramBuildOptions): Promise<ProgramBuild> {
    const program = new ProgramBuild(folder, overrides, await buildProgram(folder, overrides))
    if (watch) program.watch()
    return program
  }

  close(): void {
    this.watcher?.close()
    clearTimeout(this.timer)
  }

  private watch(): void {
    this.watcher = watch(this.current.root, { recursive: true }, () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.rebuild(), DEBOUNCE_MS)
    })
  }

  private async rebuild(): Promise<void> {
    try {
      this.current = await buildProgram(this.folder, this.overrides)
      this.emit('built')
    } catch (error) {
      const message = messageOf(error)
      console.error(message)
      this.emit('failed', message)
    }
  }
}
