import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'

/** What one engine read from one picture. */
export interface Read {
  readonly license: VehicleLicense
  /** 0..1; empty if the engine has none. */
  readonly confidences: Partial<Record<FieldKey, number>>
}

/**
 * Reads the fields of a JPEG, PNG or WebP.
 *
 * @throws RecognitionError `NOT_A_LICENSE`, or whatever the engine throws
 */
export type ReadPicture = (bytes: Buffer) => Promise<Read>
