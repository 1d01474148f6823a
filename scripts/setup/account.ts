import { VARIABLES } from '../account/options'

/** Who reads the pictures: an environment of WeChat's cloud, a server, or, with neither, the default environment. */
export interface BackEnd {
  readonly environment?: string
  readonly server?: string
}

export interface Account extends BackEnd {
  readonly appid: string
  /** absolute path */
  readonly keyFile: string
}

/** What the commands read of an account; `undefined` where it has none. */
export const variablesOf = ({ appid, keyFile, environment, server }: Account) => ({
  [VARIABLES.appid]: appid,
  [VARIABLES.key]: keyFile,
  [VARIABLES.environment]: environment,
  [VARIABLES.server]: server,
})
