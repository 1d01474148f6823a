import { segmentsOf } from './segments'

/** Whether a JPEG is whole, also with something appended behind its end: nothing of it was lost on its way. */
export const isWholeJpeg = (bytes: Uint8Array): boolean => segmentsOf(bytes) !== undefined
