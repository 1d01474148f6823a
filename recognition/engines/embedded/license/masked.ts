/** No code has so many X in a row, and no name ends in so many. */
const MASK = /^[Xx×]{4,}$|[Xx×]{5,}|\p{Script=Han}[Xx×]{4,}$|[*＊]{3,}/u

/** Whether a value, or the end of it, was covered so that nobody reads it: 京XXXXXX. */
export const isMasked = (text: string): boolean => MASK.test(text)
