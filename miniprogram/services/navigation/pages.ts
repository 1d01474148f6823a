import type { LicensePage } from '../../vehicle-license/fields'
import { hostedScan } from './host'
import { intakeOf, type LicenseRecord, pageOf } from '../records/license-record'
import { getRecord, saveRecord } from '../records/index'

/** The pages that lie directly on home. */
type Page = 'camera' | 'album' | 'confirm' | 'picture'

/** Pages that lie over home; in another program, over the page that the scan began on. */
const pagesAbove = (): number => getCurrentPages().length - (hostedScan()?.depth ?? 1)

type Query = Record<string, string | number | undefined>

/** All pages lie side by side, wherever their folder is. */
function urlOf(page: Page, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return `../${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** Opens a page over home, in the place of all others: "back" always leads home, where the records are. */
function open(page: Page, query: Query): void {
  const url = urlOf(page, query)
  const redirect = (): void => {
    void wx.redirectTo({ url })
  }
  const above = pagesAbove()
  if (above === 0) void wx.navigateTo({ url })
  else if (above === 1) redirect()
  else wx.navigateBack({ delta: above - 1, success: redirect })
}

/**
 * `id`: the record that a picture is taken for. It comes in the place of the picture at `index`, or of the one of
 * `page`, and all others stay; without either, in the place of all.
 */
export const openCamera = (id?: string, page?: LicensePage, index?: number): void =>
  open('camera', { id, page, path: index })
export const openAlbum = (id?: string, index?: number): void => open('album', { id, path: index })

/** Opens a record where the person left it: at its form, or on the way there. */
export function openConfirm({ id }: Pick<LicenseRecord, 'id'>): void {
  const record = getRecord(id)
  const arriving = record && intakeOf(record)
  if (arriving) open(arriving.by, { id })
  else {
    if (record?.step?.at === 'other') saveRecord({ ...record, step: undefined })
    open('confirm', { id })
  }
}

/** Opens a record whose picture was being turned or cut, at that picture. */
export function openEdited({ id, pictures, step }: LicenseRecord): void {
  const index = pictures.findIndex(({ path }) => step?.at === 'edit' && path === step.path)
  if (index < 0) openConfirm({ id })
  else open('picture', { id, path: index })
}

/** Whether the page of a picture lies over the form, and not directly on home. */
export const isOverForm = (): boolean => pagesAbove() > 1

/** Back to home, or to where the scan began in another program. */
export function goHome(): void {
  if (hostedScan()) void wx.navigateBack({ delta: pagesAbove() })
  else void wx.reLaunch({ url: '../home/index' })
}

let leave: ((changed: boolean) => void) | undefined

/**
 * Shows a picture of a record large, over the form, with what can be done to it. Resolves when the person is back:
 * whether the record has changed, and is to be read anew from the storage.
 */
export const openPicture = (id: string, index: number): Promise<boolean> =>
  new Promise((resolve) => {
    leave = resolve
    wx.navigateTo({ url: urlOf('picture', { id, path: index }), fail: () => leftPicture(false) })
  })

/** To be called when the page of a picture goes. */
export function leftPicture(changed: boolean): void {
  leave?.(changed)
  leave = undefined
}

/** Takes the picture at `index` again; the other one stays. */
export function retakePicture(record: LicenseRecord, index: number): void {
  const picture = record.pictures[index]
  const page = picture && pageOf(picture)
  openCamera(record.id, page === 'both' ? undefined : page, index)
}
