import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { CLIENTS, type Command, type Language } from './clients'
import { packageFolder, sourceFolder } from './folders'

const TIMEOUT_MS = 300_000

const isInstalled = ({ program, args }: Command): boolean => spawnSync(program, args).status === 0

/** @returns what the tool says, where it fails */
function installPackages(language: Language): string | undefined {
  const folder = packageFolder(language)
  if (existsSync(folder)) return undefined
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    const { program, args, env } = CLIENTS[language].install(unfinished)
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: sourceFolder(language),
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: Infinity,
    })
    if (status !== 0) return error?.message ?? (stderr.trim() || stdout.trim())
    // Another run may have been quicker.
    if (!existsSync(folder)) renameSync(unfinished, folder)
    return undefined
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/**
 * Installs a client's packages, unless they are there from before.
 *
 * @returns why the client cannot run on this machine; `undefined` where it can
 */
export function installClient(language: Language): string | undefined {
  const { tool } = CLIENTS[language]
  if (!isInstalled(tool)) return `no ${tool.program} on this machine`
  const trouble = installPackages(language)
  return trouble === undefined ? undefined : `its packages cannot be installed: ${trouble}`
}
