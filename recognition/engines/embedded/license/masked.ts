/** Longer runs of X than any code or name has. */
const MASK = /[Xx×]{4,}$|[Xx×]{5,}|[*＊]{3,}/u
/** Shorter runs that may be a mask read in part. */
const DOUBTFUL = /\p{Script=Han}[Xx×]{2,}$|[Xx×]{3,}/u

/** Whether a value was redacted: 京XXXXXX. */
export const isMasked = (text: string): boolean => MASK.test(text)

/** Whether a value may be redacted, with its mask read in part: 王XX. */
export const mayBeMasked = (text: string): boolean => DOUBTFUL.test(text)
