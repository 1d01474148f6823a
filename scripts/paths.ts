import { fileURLToPath } from 'node:url'

/** The project's root folder, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

export const MINIPROGRAM = `${ROOT}/miniprogram`

/** How files end that are written beside their place and then renamed into it. */
export const DRAFT = '.draft'
