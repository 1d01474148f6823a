const BYTES = 16

const guessable = (): Uint8Array => Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256))

/** Bytes of the phone's cryptographic generator; of the usual one before base library 2.15.0, which has none. */
async function randomBytes(): Promise<Uint8Array> {
  if (!wx.canIUse('getRandomValues')) return guessable()
  const { randomValues } = await wx.getRandomValues({ length: BYTES })
  return new Uint8Array(randomValues)
}

/** A file name that nobody guesses: 32 hexadecimal digits. */
export async function randomName(): Promise<string> {
  const bytes = await randomBytes().catch(guessable)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
