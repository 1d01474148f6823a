import type { Size } from '../image/size'

/** mm, of each page (GA 37-2008). */
export const PAGE_MM: Size = { width: 88, height: 60 }
