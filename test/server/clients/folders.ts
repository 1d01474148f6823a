import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { CLIENTS, type Language } from './clients'

/** The user's: `npm ci` empties node_modules, and what is fetched and compiled here takes minutes. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vehicle-license-scanner', 'clients')

/** Where a language's program is. */
export const sourceFolder = (language: Language): string => join(__dirname, language)

/** Where its packages are, or will be: another folder for other packages. */
export function packageFolder(language: Language): string {
  const hash = createHash('sha256')
  for (const file of CLIENTS[language].manifest) hash.update(readFileSync(join(sourceFolder(language), file)))
  return join(CACHE, `${language}-${hash.digest('hex').slice(0, 16)}`)
}
