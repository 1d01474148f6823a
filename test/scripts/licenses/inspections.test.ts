import { inspectionsIn } from '../../../scripts/licenses/data/inspections'

test.each([
  ['检验有效期至2027年07月粤B', 1],
  ['检验有效期至2025年01月鲁R(01)检验有效期至2027年01月鲁R(01)', 2],
  [
    '苏E12345检验有效期至2025年03月苏E(样例)苏E12345检验有效期至2026年03月苏E(样例)苏E12345检验有效期至2027年03月苏E(样例)',
    3,
  ],
  ['--', 1],
])('%s: %d', (record, count) => {
  const entries = inspectionsIn(record)
  expect(entries).toHaveLength(count)
  expect(entries.join('')).toBe(record)
})
