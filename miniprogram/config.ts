/** WeChat's cloud: the cloud function of this project, deployed to an environment of your account. */
export interface CloudConfig {
  readonly kind: 'cloud'
  /** ID of the environment; empty takes the account's default one. */
  readonly environment: string
  /** Name that the cloud function was deployed by: `vehicleLicense` unless given. */
  readonly functionName?: string
}

/** The companion server of this project, run by yourself. */
export interface ServerConfig {
  readonly kind: 'server'
  /** `https://…`. WeChat calls it only once it is declared in the console, for request and for uploadFile. */
  readonly url: string
}

export type BackEndConfig = CloudConfig | ServerConfig

/** Who recognizes the pictures: change this line. */
export const BACK_END: BackEndConfig = { kind: 'cloud', environment: '' }
