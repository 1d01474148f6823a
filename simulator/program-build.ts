import { EventEmitter } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { type Build, buildProgram } from './build'
import type { Overrides } from './build/bundle'

/** Editors write a file in several steps. */
const SETTLE_MS = 150

export interface ProgramBuildOptions {
  /** The program, or a project that says where the program is. */
  folder: string
  overrides: Overrides
  /** Whether a change of the program's files leads to a new build. */
  watch: boolean
}

/** The newest build of a program. Emits `built`, or `failed` with the reason (the build before it stays). */
export class ProgramBuild extends EventEmitter<{ built: []; failed: [message: string] }> {
  private watcher?: FSWatcher
  private timer?: NodeJS.Timeout

  private constructor(
    private readonly folder: string,
    private readonly overrides: Overrides,
    public current: Build,
  ) {
    super()
    // One listener for every open window.
    this.setMaxListeners(0)
  }

  /** @throws Error naming the file where the program cannot be built. */
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
      this.timer = setTimeout(() => void this.rebuild(), SETTLE_MS)
    })
  }

  private async rebuild(): Promise<void> {
    try {
      this.current = await buildProgram(this.folder, this.overrides)
      this.emit('built')
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      console.error(message)
      this.emit('failed', message)
    }
  }
}
