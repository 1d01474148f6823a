import { CURRENT } from './current'
import type { Layout } from './layout'

/** The green form before 2008: two pairs of labels are swapped, one has other words. */
export const FORMER: readonly Layout[] = CURRENT.filter(({ page }) => page === 'main').map((layout) => ({
  ...layout,
  name: 'former',
  labels: {
    ...layout.labels,
    model: { x: 3.4, y: 33.6 },
    useCharacter: { x: 52, y: 33.6 },
    engineNum: { x: 24.6, y: 40.8 },
    vin: { x: 24.2, y: 47.5 },
  },
  wording: { registerDate: ['注册登记日期'] },
}))
