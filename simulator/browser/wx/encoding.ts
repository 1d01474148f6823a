/** Encodings of FileSystemManager. */
export type Encoding = 'utf8' | 'utf-8' | 'base64' | 'hex' | 'ascii' | 'binary' | 'latin1'
type Bytes = Uint8Array<ArrayBuffer>

const toBinary = (bytes: Bytes): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
const fromBinary = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0))

export function decode(bytes: Bytes, encoding: Encoding): string {
  switch (encoding) {
    case 'base64':
      return btoa(toBinary(bytes))
    case 'hex':
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    case 'ascii':
    case 'binary':
    case 'latin1':
      return toBinary(bytes)
    default:
      return new TextDecoder().decode(bytes)
  }
}

export function encode(text: string, encoding: Encoding): Bytes {
  switch (encoding) {
    case 'base64':
      return fromBinary(atob(text))
    case 'hex':
      return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    case 'ascii':
    case 'binary':
    case 'latin1':
      return fromBinary(text)
    default:
      return new TextEncoder().encode(text)
  }
}
