import { BACK_END, type BackEndConfig } from '../../config'
import type { BackEnd } from './back-end'
import { createCloudBackEnd } from './cloud'
import { createServerBackEnd } from './server'

const createBackEnd = (config: BackEndConfig): BackEnd =>
  config.kind === 'cloud' ? createCloudBackEnd(config) : createServerBackEnd(config)

/** The back end that the configuration picks. */
export const backEnd = createBackEnd(BACK_END)
