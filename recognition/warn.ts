import type { Recognition } from '../miniprogram/vehicle-license/recognition'
import type { LicenseImage } from './engine'

/** A recognition that also says what is wrong with the file it was read from. */
export function withWarningsOf({ warnings = [] }: LicenseImage, recognition: Recognition): Recognition {
  return warnings.length === 0
    ? recognition
    : { ...recognition, warnings: [...warnings, ...(recognition.warnings ?? [])] }
}
