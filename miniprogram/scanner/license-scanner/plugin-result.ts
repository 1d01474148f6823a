import type { Scanned } from '../../services/navigation/host'
import type { FieldKey } from '../../vehicle-license/fields'

type SnakeCase<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${SnakeCase<Rest>}`
  : Name

/** The confirmed license in the format of WeChat's OCR plugin, plus our own. */
export type PluginResult = Readonly<Record<SnakeCase<FieldKey> | 'official_seal', { readonly text: string }>> &
  Scanned & {
    /** Path of the first picture; empty if all was typed. */
    readonly image_path: string
  }

const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Includes empty fields, so that `detail.vin.text` never throws. */
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
