/**
 * Compiles the mini program as an upload would, without WeChat. A program of its own, because miniprogram-ci keeps
 * its process alive and leaves folders in the working directory. Prints the compiled files' sizes in bytes as JSON.
 */
import { writeSync } from 'node:fs'
import { ci } from './ci'
import { packNpm } from './pack-npm'
import { createProject, projectConfig, SETTING } from './project'

const UNREACHABLE = 'http://127.0.0.1:1'

try {
  await packNpm()
  // Without this, the compiler asks WeChat which file types it may pack.
  ci.proxy(UNREACHABLE)
  const project = createProject({ appid: projectConfig.appid, privateKey: 'none' })
  project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
  const files = await ci.getCompiledResult({ project, version: '0.0.0', setting: SETTING })
  const sizes = Object.entries(files).map(([path, content]) => [path, Buffer.byteLength(content)])
  writeSync(1, `\n${JSON.stringify(Object.fromEntries(sizes))}\n`)
  process.exit(0)
} catch (error) {
  writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
