import { ci } from './ci'

/** Uses the compiler settings of DevTools. */
export const SETTING = { useProjectConfig: true }

/** miniprogram-ci's own types for this disagree. */
type Project = Parameters<typeof ci.getCompiledResult>[0]['project']

interface Credentials {
  readonly appid: string
  readonly privateKey?: string
  readonly privateKeyPath?: string
}

export const createProject = (projectPath: string, credentials: Credentials): Project =>
  new ci.Project({ type: 'miniProgram', projectPath, ignores: [], ...credentials }) as Project
