import { EMPTY } from './priors'

const HAN_NEIGHBOR = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu
const DASHES = /^[-—–―−_一ー]+$/

/** Text as a license prints it: no colon of the label, no spaces beside Chinese, one form of dashes. */
export function normalizeText(text: string): string {
  const trimmed = text
    .replace(/^[\s:]+/, '')
    .replace(HAN_NEIGHBOR, '')
    .trim()
  return DASHES.test(trimmed.replace(/\s/g, '')) ? EMPTY : trimmed
}
