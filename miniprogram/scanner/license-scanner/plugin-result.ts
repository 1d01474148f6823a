import type { Scanned } from '../../services/navigation/host'
import type { FieldKey } from '../../vehicle-license/fields'

type SnakeCase<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${SnakeCase<Rest>}`
  : Name

/** What WeChat's OCR plugin tells of a vehicle license, as far as a person confirmed it, and the license itself. */
export type PluginResult = Readonly<Record<SnakeCase<FieldKey> | 'official_seal', { readonly text: string }>> &
  Scanned & {
    /** Of the first picture; empty where all was typed. */
    readonly image_path: string
  }

const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every field is there, so that `detail.vin.text` can be read whatever the license bears. */
export function toPluginResult(scanned: Scanned): PluginResult {
  const { license, keys, pictures } = scanned
  const texts = Object.fromEntries(keys.map((key) => [toSnakeCase(key), { text: license[key] ?? '' }]))
  return {
    ...(texts as Record<SnakeCase<FieldKey>, { text: string }>),
    official_seal: { text: license.issueAuthority ?? '' },
    ...scanned,
    image_path: pictures[0]?.path ?? '',
  }
}
