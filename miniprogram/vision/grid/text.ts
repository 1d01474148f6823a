/** Local contrast that text has at least: in luminance, and as a share of the paper's luminance. */
const MIN_CONTRAST = 1.6
const MIN_CONTRAST_SHARE = 0.018

/** @param paper luminance of the paper around the cell */
export const isText = (contrast: number, paper: number): boolean =>
  contrast > MIN_CONTRAST && contrast > MIN_CONTRAST_SHARE * paper
