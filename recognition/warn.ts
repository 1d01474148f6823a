import type { Recognition } from '../miniprogram/vehicle-license/recognition'
import type { LicenseImage } from './engine'

/** Adds the warnings about the file to a recognition. */
export function withWarningsOf({ warnings = [] }: LicenseImage, recognition: Recognition): Recognition {
  return warnings.length === 0
    ? recognition
    : { ...recognition, warnings: [...warnings, ...(recognition.warnings ?? [])] }
}
