import type { Locator } from 'playwright-core'
import type { FieldKey } from '../../miniprogram/vehicle-license/fields'
import { confirmed, doubtful, filesOf, ofMainPage, readingOf, recordOf, sure } from './seeds'
import type { Stage } from './stage'

/** A page, popup or step that a person meets, and the way there from the first page of a new phone. */
export interface State {
  readonly name: string
  /** Whether the person lets the camera be used, where that is asked. */
  readonly camera?: boolean
  readonly open: (stage: Stage) => Promise<void>
}

const FORM = 'pages/confirm/index'

/** Opens the form of a record that is on the phone. */
const openForm = (stage: Stage, id: string): Promise<void> => stage.visit(`${FORM}?id=${id}`)

async function agree(stage: Stage): Promise<void> {
  await stage.tap(stage.texts.views.privacy.agree)
}

async function openAlbum(stage: Stage): Promise<void> {
  await stage.tap(stage.texts.views.home.album)
  await agree(stage)
  await stage.screen.getByRole('button', { name: 'car.jpg', exact: true }).click()
}

async function openCamera(stage: Stage): Promise<void> {
  await stage.tap(stage.texts.views.home.scan)
  await agree(stage)
}

/** Keeps the back end from being reached, or from ever answering. */
const network = (stage: Stage, fate: 'none' | 'silent'): Promise<unknown> =>
  stage.context.route('**/cloud/**', (route) => (fate === 'none' ? route.abort() : undefined))

async function seedRead(stage: Stage): Promise<void> {
  await stage.seed([recordOf('car', sure(readingOf('car')))], filesOf('car'))
}

async function seedRecords(stage: Stage): Promise<void> {
  const [car, truck, van] = [readingOf('car'), readingOf('truck'), readingOf('van')]
  const records = [
    recordOf('car', doubtful(car), 2),
    confirmed(recordOf('truck', truck, 1), truck),
    confirmed(recordOf('van', van), van),
  ]
  await stage.seed(records, filesOf('car'))
}

/** Each kind of editor, and a field that has it. */
const EDITORS: readonly (readonly [name: string, key: FieldKey])[] = [
  ['code', 'plateNum'],
  ['date', 'issueDate'],
  ['number', 'totalQuality'],
  ['words', 'useCharacter'],
  ['text', 'addr'],
]

/** Opens the editor of a field of the form. */
async function edit(stage: Stage, key: FieldKey): Promise<void> {
  const label = stage.texts.fields[key]
  const row = stage.screen.getByRole('button', { name: new RegExp(`^${label.replace(/[.]/g, '\\.')} `) }).first()
  await row.or(stage.screen.locator('[aria-expanded]').first()).first().waitFor()
  const folded = stage.screen.locator('[aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().click()
  await row.click()
  await stage.screen.getByRole('dialog', { name: label }).waitFor()
  // The photo comes once the editor stands where it stays.
  await stage.screen.locator('field-editor card-view').waitFor()
}

/** Swipes a row aside, as a finger does. */
async function swipeLeft(stage: Stage, row: Locator): Promise<void> {
  const { x, y, width, height } = (await row.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { mouse } = stage.page
  await mouse.move(x + width / 2, y + height / 2)
  await mouse.down()
  for (const share of [0.1, 0.2, 0.3]) await mouse.move(x + width * (0.5 - share), y + height / 2)
  await mouse.up()
}

export const STATES: readonly State[] = [
  { name: 'home-empty', open: (stage) => stage.see(stage.texts.views.home.scan) },
  {
    name: 'home-records',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit()
      await stage.screen
        .getByRole('button', { name: /粤B5K7T9/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'home-found',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit()
      await stage.screen.getByPlaceholder(stage.texts.views.home.search).fill('A83P')
      await stage.see(stage.texts.views.home.export)
    },
  },
  {
    name: 'home-export',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit()
      await stage.screen.getByPlaceholder(stage.texts.views.home.search).fill('A83P')
      await stage.tap(stage.texts.views.home.export)
      await stage.see(stage.texts.views.exportSheet.csv)
    },
  },
  {
    name: 'home-removed',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit()
      await swipeLeft(stage, stage.screen.getByRole('button', { name: /粤B5K7T9/ }).first())
      await stage.tap(stage.texts.views.recordList.remove)
      await stage.see(stage.texts.views.home.undo)
    },
  },
  {
    name: 'home-help',
    async open(stage) {
      await stage.tap(stage.texts.views.home.help)
      await stage.see(stage.texts.views.home.helpTitle)
    },
  },
  {
    name: 'album-privacy',
    async open(stage) {
      await stage.tap(stage.texts.views.home.album)
      await stage.see(stage.texts.views.privacy.agree)
    },
  },
  {
    name: 'album-trouble',
    async open(stage) {
      await stage.tap(stage.texts.views.home.album)
      await agree(stage)
      const [chooser] = await Promise.all([
        stage.page.waitForEvent('filechooser'),
        stage.screen.getByText(/^从电脑选择/).click(),
      ])
      await chooser.setFiles([{ name: 'license.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('text') }])
      await stage.see(stage.texts.errors.IMAGE_UNREADABLE)
    },
  },
  {
    name: 'picture',
    async open(stage) {
      await seedRead(stage)
      await stage.visit('pages/picture/index?id=seed-car&path=0')
      await stage.see(stage.texts.views.picture.turn)
    },
  },
  {
    name: 'crop',
    async open(stage) {
      await seedRead(stage)
      await stage.visit('pages/picture/index?id=seed-car&path=0')
      await stage.tap(stage.texts.views.picture.crop)
      await stage.see(stage.texts.views.crop.done)
    },
  },
  {
    name: 'camera-privacy',
    async open(stage) {
      await stage.tap(stage.texts.views.home.scan)
      await stage.see(stage.texts.views.privacy.agree)
    },
  },
  {
    name: 'camera',
    async open(stage) {
      await openCamera(stage)
      await stage.see(stage.texts.hints.NOT_FOUND)
    },
  },
  {
    name: 'camera-refused',
    camera: false,
    async open(stage) {
      await refuseCamera(stage)
      await openCamera(stage)
      await stage.see(stage.texts.errors.CAMERA_REFUSED)
    },
  },
  {
    name: 'camera-shot',
    async open(stage) {
      await openCamera(stage)
      await stage.see(stage.texts.hints.NOT_FOUND)
      await stage.screen.getByLabel(stage.texts.views.shutter.shoot).click()
      await stage.see(stage.texts.views.shot.retake)
    },
  },
  {
    name: 'camera-turn',
    async open(stage) {
      const record = recordOf('car', ofMainPage(readingOf('car')))
      await stage.seed([{ ...record, step: { at: 'other' } }], filesOf('car'))
      await stage.visit('pages/camera/index?id=seed-car')
      await agree(stage)
      await stage.screen.locator('page-turn').waitFor()
    },
  },
  {
    name: 'form-reading',
    async open(stage) {
      await network(stage, 'silent')
      await openAlbum(stage)
      await stage.see(stage.texts.views.progress.cancel)
    },
  },
  {
    name: 'form-failed',
    async open(stage) {
      await network(stage, 'none')
      await openAlbum(stage)
      await stage.see(stage.texts.views.confirm.retry)
    },
  },
  {
    name: 'form-good',
    async open(stage) {
      await seedRead(stage)
      await openForm(stage, 'seed-car')
      await stage.see(stage.texts.form.confirm)
    },
  },
  {
    name: 'form-doubts',
    async open(stage) {
      await stage.seed([recordOf('car', doubtful(readingOf('car')))], filesOf('car'))
      await openForm(stage, 'seed-car')
      await stage.see(stage.texts.checks.vinCheckDigit)
    },
  },
  ...EDITORS.map(([name, key]) => ({
    name: `form-editor-${name}`,
    async open(stage: Stage) {
      await stage.seed([recordOf('car', sure(readingOf('car')))], filesOf('car'))
      await openForm(stage, 'seed-car')
      await edit(stage, key)
    },
  })),
  {
    name: 'form-same',
    async open(stage) {
      const read = sure(readingOf('car'))
      const before = { ...read, license: { ...read.license, issueDate: '2018-07-06' } }
      const former = { ...confirmed(recordOf('car', read), before), id: 'seed-former' }
      await stage.seed([recordOf('car', read, 5), former], filesOf('car'))
      await openForm(stage, 'seed-car')
      await stage.see(stage.texts.views.confirm.update)
    },
  },
  {
    name: 'form-nothing',
    async open(stage) {
      await stage.seed([recordOf('car', { license: {}, cards: {} })], filesOf('car'))
      await openForm(stage, 'seed-car')
      await stage.see(stage.texts.fields.vin)
    },
  },
  {
    name: 'form-confirmed',
    async open(stage) {
      const van = readingOf('van')
      await stage.seed([confirmed(recordOf('van', van), van)])
      await openForm(stage, 'seed-van')
      await stage.see(stage.texts.views.confirm.confirmed)
    },
  },
  {
    name: 'form-by-hand',
    async open(stage) {
      await stage.tap(stage.texts.views.home.byHand)
      await stage.see(stage.texts.fields.vin)
    },
  },
  {
    name: 'settings',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit('pages/settings/index')
      await stage.see(stage.texts.views.settings.erase)
    },
  },
  {
    name: 'room',
    async open(stage) {
      await seedRecords(stage)
      await stage.visit('pages/room/index')
      await stage.screen.getByRole('checkbox').first().click()
    },
  },
  {
    name: 'form-gone',
    async open(stage) {
      await openForm(stage, 'nobody')
      await stage.see(stage.texts.views.confirm.gone)
    },
  },
]

/** A browser that plays a film in its camera asks nobody: the phone says no for the person. */
async function refuseCamera(stage: Stage): Promise<void> {
  const frame = await stage.frame()
  await frame.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
}
