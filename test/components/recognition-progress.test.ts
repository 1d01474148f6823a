import { render, textOf } from './load'

beforeEach(() => jest.resetModules())

test('shows the upload progress', () => {
  const { dom } = render('recognition-progress', { stage: 'upload', percent: 43, delayMs: 0 })
  expect(textOf(dom)).toContain('正在上传照片')
  expect(textOf(dom)).toContain('43%')
})

test('shows no number during the recognition', () => {
  const { dom } = render('recognition-progress', { stage: 'recognize', percent: 70, delayMs: 0 })
  expect(textOf(dom)).toContain('正在识别')
  expect(textOf(dom)).not.toContain('%')
})

test('stays hidden for short work', () => {
  jest.useFakeTimers()
  const { dom } = render('recognition-progress', { stage: 'prepare', percent: 10 })
  jest.advanceTimersByTime(299)
  expect(textOf(dom)).toBe('')
  jest.advanceTimersByTime(1)
  expect(textOf(dom)).toContain('正在处理照片')
  jest.useRealTimers()
})

test('can be cancelled', async () => {
  const progress = render('recognition-progress', { stage: 'upload', percent: 30, delayMs: 0 })
  const cancelled = new Promise((resolve) => progress.addEventListener('cancel', resolve))
  progress.querySelector('.cancel')?.dispatchEvent('tap')
  await expect(cancelled).resolves.toBeDefined()
})
