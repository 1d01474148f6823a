/**
 * Compiles the mini program offline, as an upload would. Prints a PackageReport as JSON, and writes the compiled files to
 * the folder in its argument, if any. Runs in a child process, because miniprogram-ci keeps its process alive and leaves
 * folders in the working directory.
 */
import { writeSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ci } from './ci'
import { packNpm } from './pack-npm'
import { type Compiled, reportOn } from './package'
import { createProject, SETTING } from './project'
import { stageProject } from './stage'

const UNREACHABLE = 'http://127.0.0.1:1'
const GUEST_APPID = 'touristappid'

async function write(files: Compiled, folder: string): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

try {
  await packNpm()
  // Keeps the compiler from asking WeChat which file types it may pack.
  ci.proxy(UNREACHABLE)
  const project = createProject(await stageProject(process.cwd()), { appid: GUEST_APPID, privateKey: 'none' })
  project.attr = () => Promise.resolve(ci.DefaultProjectAttr)
  const files = await ci.getCompiledResult({ project, version: '0.0.0', setting: SETTING })
  const [folder] = process.argv.slice(2)
  if (folder !== undefined) await write(files, folder)
  writeSync(1, `\n${JSON.stringify(reportOn(files))}\n`)
  process.exit(0)
} catch (error) {
  writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
