import type { FieldKey, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'

/** What one engine read from one picture. */
export interface Read {
  readonly license: VehicleLicense
  /** 0..1; empty from engines that do not say. */
  readonly confidences: Partial<Record<FieldKey, number>>
}

/**
 * Reads the bytes of a JPEG, PNG or WebP, from its decoding to its fields.
 *
 * @throws RecognitionError `NOT_A_LICENSE` for a picture of something else; whatever the engine throws
 */
export type ReadPicture = (bytes: Buffer) => Promise<Read>
