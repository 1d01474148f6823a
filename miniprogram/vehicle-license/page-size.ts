import type { Size } from '../image/size'

/** mm; both pages of a license are as large (GA 37-2008). */
export const PAGE_MM: Size = { width: 88, height: 60 }
