const BYTES = 16

const weakBytes = (): Uint8Array => Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256))

/** Cryptographic where the platform can: from base library 2.15.0. */
async function randomBytes(): Promise<Uint8Array> {
  if (!wx.canIUse('getRandomValues')) return weakBytes()
  const { randomValues } = await wx.getRandomValues({ length: BYTES })
  return new Uint8Array(randomValues)
}

/** An unguessable file name of 32 hex digits. */
export async function randomName(): Promise<string> {
  const bytes = await randomBytes().catch(weakBytes)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
