import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

const files = globSync(['miniprogram/**', 'cloudfunctions/**'], {
  ignore: ['**/node_modules/**', 'miniprogram/miniprogram_npm/**'],
})

test('there are files to look at', () => {
  expect(files).toContain('miniprogram/app.json')
  expect(files).toContain('cloudfunctions/vehicleLicense/config.json')
})

test('none of them knows of a simulator', () => {
  expect(files.filter((file) => /simulat|模拟器/i.test(readFileSync(file, 'utf8')))).toEqual([])
})
