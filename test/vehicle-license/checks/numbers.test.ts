import { checkCount, checkFileNumber, checkMass, checkSize } from '../../../miniprogram/vehicle-license/checks'

describe('masses', () => {
  // A moped, a car, a tractor with its load, and what does not apply.
  test.each(['58kg', '1995kg', '49000kg', '110000kg', '--', '——'])('%s is right', (mass) => {
    expect(checkMass(mass)).toBeUndefined()
  })

  test.each([
    ['1995', 'as 1995kg'],
    ['2,700kg', 'as 1995kg'],
    ['19kg', 'light'],
    ['0kg', 'light'],
    ['250000kg', 'heavy'],
  ])('%s: %s', (mass, problem) => {
    expect(checkMass(mass)?.en).toContain(problem)
  })
})

describe('people', () => {
  test.each(['5人', '1人', '2+3人', '300人', '--'])('%s is right', (count) => {
    expect(checkCount(count)).toBeUndefined()
  })

  test.each([
    ['5', '5人'],
    ['五人', '5人'],
    ['0人', '1 到 300'],
    ['301人', '1 到 300'],
    ['3+298人', '1 到 300'],
  ])('%s: %s', (count, problem) => {
    expect(checkCount(count)?.zh).toContain(problem)
  })
})

describe('sizes', () => {
  test.each([
    ...['4582×1795×1458mm', '4582x1795x1458mm', '--'],
    // A moped, a motorcycle, a small trailer, a semi-trailer, an articulated bus, a car transporter, a low loader.
    ...['1480×640×1010mm', '2130×800×1120mm', '2900×1500×900mm', '13950×2550×4000mm', '18000×2550×3300mm'],
    ...['22000×2550×4000mm', '17500×3000×1700mm', '11990×2550×4200mm'],
  ])('%s is right', (size) => {
    expect(checkSize(size)).toBeUndefined()
  })

  test.each([
    ['4582×1795mm', '4582×1795×1458mm'],
    ['4582×1795×1458', '4582×1795×1458mm'],
    ['1795×4582×1458mm', '长、宽、高'],
    ['458×179×145mm', '没有这么大或这么小'],
    ['45820×1795×1458mm', '没有这么大或这么小'],
    ['4582×1795×145mm', '没有这么大或这么小'],
    ['6582×4795×1458mm', '没有这么大或这么小'],
  ])('%s: %s', (size, problem) => {
    expect(checkSize(size)?.zh).toContain(problem)
  })
})

test('a file number has twelve digits, or does not apply', () => {
  expect(checkFileNumber('440300672915')).toBeUndefined()
  expect(checkFileNumber('--')).toBeUndefined()
  expect(checkFileNumber('44030067291')).toBeDefined()
})
