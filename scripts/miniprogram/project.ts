import { readFileSync } from 'node:fs'
import { ROOT } from '../paths'
import { ci } from './ci'

/** What `project.config.json` holds, as far as it is used here. */
export const projectConfig = JSON.parse(readFileSync(`${ROOT}/project.config.json`, 'utf8')) as {
  readonly appid: string
}

/** Compiler settings are the ones that DevTools uses. */
export const SETTING = { useProjectConfig: true }

/** What miniprogram-ci compiles and uploads; its own types do not agree with each other on this. */
type Project = Parameters<typeof ci.getCompiledResult>[0]['project']

export const createProject = (options: { appid: string; privateKey?: string; privateKeyPath?: string }): Project =>
  new ci.Project({ type: 'miniProgram', projectPath: ROOT, ignores: ['node_modules/**/*'], ...options }) as Project
