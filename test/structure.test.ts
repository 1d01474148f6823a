import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

const files = globSync(['miniprogram/**', 'cloudfunctions/**'], {
  ignore: ['**/node_modules/**', 'miniprogram/miniprogram_npm/**'],
})

test('there are files to look at', () => {
  expect(files).toContain('miniprogram/app.json')
  expect(files).toContain('cloudfunctions/vehicleLicense/config.json')
})

test.each(files)('%s knows nothing of a simulator', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/simulat|模拟器/i)
})
