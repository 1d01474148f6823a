import { findApproximate } from './approximate'
import { comparable } from './spellings'

/** GA 37; on the duplicate page 副页 follows. */
const TITLES = ['中华人民共和国机动车行驶证', "Vehicle License of the People's Republic of China"]
const ERRORS_PER_CHARACTER = 0.3

/** The only character that differs on a driver's license. */
const DRIVERS = '驾'

/** Whether a line is the title of a page. */
export function isTitle(text: string): boolean {
  if (text.includes(DRIVERS)) return false
  const found = Array.from(comparable(text))
  return TITLES.some((title) => {
    const wanted = Array.from(comparable(title))
    return findApproximate(found, wanted, Math.floor(wanted.length * ERRORS_PER_CHARACTER)) !== undefined
  })
}
