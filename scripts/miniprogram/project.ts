import { readFileSync } from 'node:fs'
import { DRAFT, ROOT } from '../paths'
import { ci } from './ci'

/** What `project.config.json` holds, as far as it is used here. */
export const projectConfig = JSON.parse(readFileSync(`${ROOT}/project.config.json`, 'utf8')) as {
  readonly appid: string
}

/** Compiler settings are the ones that DevTools uses. */
export const SETTING = { useProjectConfig: true }

/** What miniprogram-ci compiles and uploads; its own types do not agree with each other on this. */
type Project = Parameters<typeof ci.getCompiledResult>[0]['project']

/** Drafts come and go: miniprogram-ci lists all files first and fails where one is gone when it looks at it. */
const IGNORES = ['node_modules/**/*', `**/*${DRAFT}`]

export const createProject = (options: { appid: string; privateKey?: string; privateKeyPath?: string }): Project =>
  new ci.Project({ type: 'miniProgram', projectPath: ROOT, ignores: IGNORES, ...options }) as Project
