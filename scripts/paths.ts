import { fileURLToPath } from 'node:url'

/** The project's root folder, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

export const MINIPROGRAM = `${ROOT}/miniprogram`

/** Suffix of files that are being written, before they are renamed into place. */
export const DRAFT = '.draft'
