import { picture } from '../recognition/pictures'

let made = 0

/** A picture of other bytes than any before: the same one again would be answered from memory. */
export async function anotherPicture(format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  made += 1
  const tail = Buffer.from(`picture ${made}`)
  return Buffer.concat([await picture(format), tail])
}
