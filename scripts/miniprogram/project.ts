import { ci } from './ci'

/** Compiler settings are the ones that DevTools uses. */
export const SETTING = { useProjectConfig: true }

/** What miniprogram-ci compiles and uploads; its own types do not agree with each other on this. */
type Project = Parameters<typeof ci.getCompiledResult>[0]['project']

interface Credentials {
  readonly appid: string
  readonly privateKey?: string
  readonly privateKeyPath?: string
}

export const createProject = (projectPath: string, credentials: Credentials): Project =>
  new ci.Project({ type: 'miniProgram', projectPath, ignores: [], ...credentials }) as Project
