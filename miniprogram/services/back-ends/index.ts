import { BACK_END, type BackEndConfig } from '../../config'
import type { BackEnd } from './back-end'
import { createCloudBackEnd } from './cloud'
import { createServerBackEnd } from './server'

const createBackEnd = (config: BackEndConfig): BackEnd =>
  config.kind === 'cloud' ? createCloudBackEnd(config) : createServerBackEnd(config)

let chosen: BackEndConfig | undefined
let current: BackEnd | undefined

/**
 * Chooses who recognizes the pictures, and gets it ready. The one that is chosen already goes on: its session with the
 * person is still good.
 */
export function chooseBackEnd(config: BackEndConfig = BACK_END): BackEnd {
  if (current && JSON.stringify(chosen) === JSON.stringify(config)) return current
  chosen = config
  current = createBackEnd(config)
  current.launch()
  return current
}

/** The back end that was chosen, or else the one of the configuration. */
export const backEnd = (): BackEnd => current ?? chooseBackEnd()
