import { VARIABLES } from '../account/options'

/** An environment of WeChat's cloud or a server; with neither, the account's default environment. */
export interface BackEnd {
  readonly environment?: string
  readonly server?: string
}

export interface Account extends BackEnd {
  readonly appid: string
  /** Absolute path. */
  readonly keyFile: string
}

/** Environment variables of an account. */
export const variablesOf = ({ appid, keyFile, environment, server }: Account) => ({
  [VARIABLES.appid]: appid,
  [VARIABLES.key]: keyFile,
  [VARIABLES.environment]: environment,
  [VARIABLES.server]: server,
})
