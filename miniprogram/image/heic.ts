/** Brands of HEVC and general HEIF pictures: ISO/IEC 23008-12, annexes B and E. */
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

const text = (bytes: Uint8Array, from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4))

/** Decided by the content, not the file name. */
export const isHeic = (bytes: Uint8Array): boolean => text(bytes, 4) === 'ftyp' && BRANDS.includes(text(bytes, 8))
