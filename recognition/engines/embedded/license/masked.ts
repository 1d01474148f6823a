/** No code has so many X in a row, and no name and no code ends in so many. */
const MASK = /[Xx×]{4,}$|[Xx×]{5,}|[*＊]{3,}/u
/** So few may be what was read of more. */
const DOUBTFUL = /\p{Script=Han}[Xx×]{2,}$|[Xx×]{3,}/u

/** Whether a value, or the end of it, was covered so that nobody reads it: 京XXXXXX. */
export const isMasked = (text: string): boolean => MASK.test(text)

/** Whether a value may be one that was covered, of whose cover not all was read: 王XX. */
export const mayBeMasked = (text: string): boolean => DOUBTFUL.test(text)
