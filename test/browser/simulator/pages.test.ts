import { openPage } from '../../../scripts/pages/open-page'
import { programOf } from '../../simulator/build/folder'
import { useFixture } from './fixture'

const program = programOf({
  'app.json': '{"pages":["pages/a/index","pages/b/index"]}',
  'pages/a/index.wxml': '<view>here</view>',
  'pages/b/index.js': "throw new Error('broken page')",
})

const fixture = useFixture(() => [], program)

test('a visit says whether a page is shown, and what the phone reports', async () => {
  const { browser, simulator } = fixture
  expect(simulator.pages).toEqual(['pages/a/index', 'pages/b/index'])
  expect(await openPage(browser, simulator.url, 'pages/a/index')).toEqual({
    page: 'pages/a/index',
    rendered: true,
    errors: [],
  })
  expect(await openPage(browser, simulator.url, 'pages/b/index')).toEqual({
    page: 'pages/b/index',
    rendered: false,
    errors: ['broken page'],
  })
})
