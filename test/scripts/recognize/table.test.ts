import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import { WARNINGS } from '../../../miniprogram/vehicle-license/warnings'
import { describe as tell, layOut } from '../../../scripts/recognize/table'
import { RECOGNITION } from '../../recognition/pictures'

test('Chinese characters are two columns wide', () => {
  const rows = [
    ['住址', 'Address', 'x'],
    ['核定载人数', 'A', 'y'],
  ]
  expect(layOut(rows)).toBe('住址        Address  x\n核定载人数  A        y')
})

test('what is wrong with the picture stands below the fields, as far as it is known here', () => {
  const warnings = ['GLARE', 'FROM_A_NEWER_SERVER', 'BLURRED'] as Recognition['warnings'] & object
  const text = tell({ file: 'a.jpg', ok: true, recognition: { ...RECOGNITION, warnings }, ms: 1 })
  const { BLURRED, GLARE } = WARNINGS
  expect(text.trimEnd().split('\n').slice(-2)).toEqual([
    `BLURRED  ${BLURRED.zh} ${BLURRED.en}`,
    `GLARE  ${GLARE.zh} ${GLARE.en}`,
  ])
})
