export type { Frame } from './frame'
export { createGuide, type Guidance, type Guide } from './guide'
export { type Hint, HINTS } from './hints'
