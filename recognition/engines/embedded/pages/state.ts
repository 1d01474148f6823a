import type { SheetReading } from '../license/extract'
import type { Signs } from '../license/sheets'
import type { Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'

/** What a pass reads from. */
export interface Frame {
  readonly picture: Picture
  readonly view: View
  readonly models: Models
}

/** The pages located in one view, and what was read of them so far. */
export interface ViewState extends Frame {
  readonly signs: Signs
  readonly sheets: readonly SheetReading[]
}

/** A page of the license and the view it was read in. */
export interface ReadPage {
  readonly view: View
  readonly sheet: SheetReading
}
