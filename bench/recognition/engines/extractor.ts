import { FIELDS, type VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../recognition/engines/embedded/license/extract'
import type { Read } from './engine'
import { type TextLine, toLine } from './lines'

/**
 * Extracts fields with our own extractor from the lines of another OCR.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export function readLines(lines: readonly TextLine[]): Read {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const license: VehicleLicense = {}
  for (const { readings } of extract(written.map(toLine), FIELDS)) {
    for (const [{ key }, { text }] of readings) license[key] = text
  }
  return { license, confidences: {} }
}
