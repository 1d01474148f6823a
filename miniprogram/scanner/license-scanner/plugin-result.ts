import type { Scanned } from '../../services/host'

/** What WeChat's OCR plugin tells of a vehicle license, as far as a person confirmed it, and the license itself. */
export type PluginResult = Readonly<Record<string, { readonly text: string }>> &
  Scanned & {
    /** Of the first picture; empty where all was typed. */
    readonly image_path: string
  }

const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every field is there, so that `detail.vin.text` can be read whatever the license bears. */
export function toPluginResult(scanned: Scanned): PluginResult {
  const { license, keys, pictures } = scanned
  const texts = keys.map((key) => [toSnakeCase(key), { text: license[key] ?? '' }] as const)
  const seal = { official_seal: { text: license.issueAuthority ?? '' } }
  return Object.assign(Object.fromEntries(texts), seal, scanned, { image_path: pictures[0]?.path ?? '' })
}
