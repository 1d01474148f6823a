import { BACK_END, type BackEndConfig } from '../../config'
import type { BackEnd } from './back-end'
import { createCloudBackEnd } from './cloud'
import { createServerBackEnd } from './server'

const createBackEnd = (config: BackEndConfig): BackEnd =>
  config.kind === 'cloud' ? createCloudBackEnd(config) : createServerBackEnd(config)

let currentConfig: BackEndConfig | undefined
let current: BackEnd | undefined

/**
 * Creates and launches a back end. Keeps the current one, and its session, if the configuration is the same.
 */
export function chooseBackEnd(config: BackEndConfig = BACK_END): BackEnd {
  if (current && JSON.stringify(currentConfig) === JSON.stringify(config)) return current
  currentConfig = config
  current = createBackEnd(config)
  current.launch()
  return current
}

/** Defaults to the back end in `config.ts`. */
export const backEnd = (): BackEnd => current ?? chooseBackEnd()
