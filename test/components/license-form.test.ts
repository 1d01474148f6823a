import type * as Fields from '../../miniprogram/vehicle-license/fields'
import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import { render, textOf } from './load'

const TABLE = '../../miniprogram/vehicle-license/fields'

beforeEach(() => jest.resetModules())
afterEach(() => jest.dontMock(TABLE))

test('shows every field of the table, in its order, each with its label', () => {
  const { dom } = render('license-form', {})
  const labels = [...(dom?.querySelectorAll('van-field') ?? [])].map(textOf)
  expect(labels).toEqual(FIELDS.map(({ label }) => label.zh))
})

test('shows a field that is added to the table, with no other change', () => {
  jest.doMock(TABLE, () => {
    const actual = jest.requireActual<typeof Fields>(TABLE)
    const label = { zh: '新的一栏', en: 'New Field' }
    const row = { key: 'newField', label, page: 'duplicate', kind: 'text', check: () => undefined }
    return { ...actual, FIELDS: [...actual.FIELDS, row] }
  })
  const form = render('license-form', { license: { newField: '它的值' } })
  const added = form.querySelectorAll('.field').find(({ dom }) => textOf(dom) === '新的一栏')
  expect(added?.instance.data.value).toBe('它的值')
})

test('shows values, and what to look at again', () => {
  const form = render('license-form', {
    license: { plateNum: '粤B5K7T9', vin: 'SHORT' },
    review: { vin: '应为 17 位' },
  })
  const values = form.querySelectorAll('.field').map(({ instance }) => instance.data.value)
  expect(values).toContain('粤B5K7T9')
  expect(textOf(form.dom)).toContain('应为 17 位')
})

test('tells which field was edited', async () => {
  const form = render('license-form', { license: {} })
  const changes: unknown[] = []
  form.addEventListener('change', ({ detail }) => changes.push(detail))
  const owner = form.querySelectorAll('.field').find(({ dom }) => textOf(dom).includes('所有人'))
  owner?.instance.triggerEvent('change', '王小样')
  await Promise.resolve()
  expect(changes).toEqual([{ key: 'owner', value: '王小样' }])
})
