import type { LicenseImage } from './engine'
import { inspect } from './inspect'
import { WECHAT_ACCEPTS } from './wechat/check-image'
import type { Sending } from './wechat/wire'

/** A picture as it came, and how WeChat may be given it. */
export type Picture =
  | {
      readonly bytes: Uint8Array
      /** Gives an address from which WeChat can download it. */
      readonly url?: () => Promise<string>
      /** Whether the address is tried before the bytes. */
      readonly urlFirst?: boolean
    }
  | {
      readonly url: () => Promise<string>
      /** Downloads it for an engine of one's own; WeChat does that itself. */
      readonly fetch: (signal: AbortSignal) => Promise<Uint8Array>
    }

/** A picture that may be given to engines. */
export interface Prepared {
  readonly bytes?: Uint8Array
  /** Ways to give it to WeChat, in order; none for a type that WeChat does not read. */
  readonly sendings: readonly Sending[]
  readonly image: (signal: AbortSignal) => Promise<LicenseImage>
}

/**
 * Inspects what there is to inspect, before it costs a call.
 *
 * @param takesAll - whether an engine is there that reads what WeChat's does not: WebP
 * @throws RecognitionError of `inspect`
 */
export function prepare(picture: Picture, takesAll: boolean): Prepared {
  if (!('bytes' in picture)) {
    const { url, fetch } = picture
    return { sendings: [{ imgUrl: url }], image: async (signal) => inspect(await fetch(signal)) }
  }
  const { bytes, url, urlFirst = false } = picture
  const image = inspect(bytes, takesAll ? {} : { accept: WECHAT_ACCEPTS })
  const ways: Sending[] = [{ img: image }, ...(url ? [{ imgUrl: url }] : [])]
  const sendings = urlFirst ? ways.reverse() : ways
  return {
    bytes,
    sendings: WECHAT_ACCEPTS.includes(image.contentType) ? sendings : [],
    image: () => Promise.resolve(image),
  }
}
