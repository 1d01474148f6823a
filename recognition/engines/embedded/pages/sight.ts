import type { SheetReading } from '../license/extract'
import type { Signs } from '../license/sheets'
import type { Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Row } from './read-boxes'

/** Pages that are seen in one view, and what was read of them so far. */
export interface Sight {
  readonly picture: Picture
  readonly view: View
  readonly signs: Signs<Row>
  readonly sheets: readonly SheetReading<Row>[]
  readonly models: Models
}
