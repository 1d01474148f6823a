import { createProgress } from '../../scripts/process/progress'

function watch(columns?: number) {
  let written = ''
  const progress = createProgress({
    env: {},
    out: () => undefined,
    error: (text) => void (written += text),
    ...(columns !== undefined && { columns }),
  })
  progress.step('Compiling')
  progress.detail('app.ts')
  progress.line('✓ types')
  progress.step('Uploading')
  progress.end()
  return written
}

test('prints a line per step without a terminal', () => {
  expect(watch()).toBe('Compiling …\n✓ types\nUploading …\n')
})

test('rewrites one line on a terminal, cut to its width, and erases it at the end', () => {
  const erase = '\r\u001b[2K'
  expect(watch(15)).toBe(`Compiling …${erase}Compiling: app${erase}✓ types\nUploading …${erase}`)
})
