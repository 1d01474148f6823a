import sharp from 'sharp'

/**
 * Lets this process draw in SVG. The embedded engine forbids libvips all but the formats of photos, for the whole
 * process; a test of it may have run in the same one before.
 */
export const allowSvg = (): void => {
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
}
