import type { LicensePage } from '../../vehicle-license/fields'
import { hostedScan } from './host'
import { intakeOf, type LicenseRecord, pageOf } from '../records/license-record'
import { getRecord, saveRecord } from '../records/index'

type Page = 'camera' | 'album' | 'confirm' | 'picture'

/** Number of pages above home, or above the scanner's first page inside a host. */
const pagesAbove = (): number => getCurrentPages().length - (hostedScan()?.depth ?? 1)

type Query = Record<string, string | number | undefined>

/** Relative, as the root of the pages differs inside a host. */
function urlOf(page: Page, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return `../${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** Opens a page directly above home, replacing all others, so that "back" leads to the records. */
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
 * @param id the record that gets the picture
 * @param page the page whose picture it replaces
 * @param index of the picture it replaces; without `page` and `index`, it replaces all
 */
export const openCamera = (id?: string, page?: LicensePage, index?: number): void =>
  open('camera', { id, page, path: index })
export const openAlbum = (id?: string, index?: number): void => open('album', { id, path: index })

/** Opens a record at its form, or at the step before it where the person left. */
export function openConfirm({ id }: Pick<LicenseRecord, 'id'>): void {
  const record = getRecord(id)
  const intake = record && intakeOf(record)
  if (intake) open(intake.by, { id })
  else {
    if (record?.step?.at === 'other') saveRecord({ ...record, step: undefined })
    open('confirm', { id })
  }
}

/** Opens the picture that was being edited. */
export function openEdited({ id, pictures, step }: LicenseRecord): void {
  const index = pictures.findIndex(({ path }) => step?.at === 'edit' && path === step.path)
  if (index < 0) openConfirm({ id })
  else open('picture', { id, path: index })
}

/** Whether the picture page was opened from the form. */
export const isOverForm = (): boolean => pagesAbove() > 1

/** Inside a host, goes back to the scanner's first page. */
export function goHome(): void {
  if (hostedScan()) void wx.navigateBack({ delta: pagesAbove() })
  else void wx.reLaunch({ url: '../home/index' })
}

/** Opens a picture above the form. Resolves when it closes: true if the record has changed in storage. */
export const openPicture = (id: string, index: number): Promise<boolean> =>
  new Promise((resolve) => {
    wx.navigateTo({
      url: urlOf('picture', { id, path: index }),
      events: { closed: resolve },
      fail: () => resolve(false),
    })
  })

/** Retakes the picture at `index` and keeps the other one. */
export function retakePicture(record: LicenseRecord, index: number): void {
  const picture = record.pictures[index]
  const page = picture && pageOf(picture)
  openCamera(record.id, page === 'both' ? undefined : page, index)
}
