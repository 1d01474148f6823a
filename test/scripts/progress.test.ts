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

test('is a line for each step where nobody watches', () => {
  expect(watch()).toBe('Compiling …\n✓ types\nUploading …\n')
})

test('is one line on a terminal, which is rewritten, no longer than that, and gone at the end', () => {
  const erase = '\r\u001b[2K'
  expect(watch(15)).toBe(`Compiling …${erase}Compiling: app${erase}✓ types\nUploading …${erase}`)
})
