import { checkUseCharacter, checkVehicleType } from '../../../miniprogram/vehicle-license/checks'

describe('vehicle types', () => {
  test.each([
    ...['小型轿车', '小型普通客车', '微型面包车', '大型铰接客车', '中型专用校车', '重型半挂牵引车', '重型仓栅式半挂车'],
    ...['重型集装厢车', '中型载货专项作业车', '轻型多用途货车', '小型旅居车', '轻型中置轴旅居挂车', '重型低平板半挂车'],
    ...[
      '普通二轮摩托车',
      '轻便二轮摩托车',
      '正三轮载货摩托车',
      '三轮汽车',
      '仓栅式低速货车',
      '轮式挖掘机械',
      '无轨电车',
    ],
    // As registers wrote before GA 802.
    ...['轿车', '两轮摩托车', '小型客车', '重型货车'],
  ])('%s is one', (type) => {
    expect(checkVehicleType(type)).toBeUndefined()
  })

  test.each([
    ['小型轿年', '小型轿车'],
    ['小型桥车', '小型轿车'],
    // Equally near to several: the common one.
    ['型轿车', '小型轿车'],
    ['小型普通容车', '小型普通客车'],
    ['重型半桂牵引车', '重型半挂牵引车'],
    ['轻型普逋货车', '轻型普通货车'],
    ['小型 轿车', '小型轿车'],
    ['普通两轮摩托车', '普通二轮摩托车'],
  ])('%s is nearest to %s', (type, nearest) => {
    expect(checkVehicleType(type)?.zh).toContain(`“${nearest}”`)
  })

  test.each(['王小样', 'SUV', '非营运'])('%s is near to none', (type) => {
    expect(checkVehicleType(type)?.zh).toBe('没有这种车辆类型，请核对')
  })
})

describe('uses', () => {
  test.each(['非营运', '货运', '营转非', '预约出租客运', '危化品运输', '幼儿校车', '警用'])('%s is one', (use) => {
    expect(checkUseCharacter(use)).toBeUndefined()
  })

  test.each([
    ['非菅运', '非营运'],
    ['贷运', '货运'],
    ['出租客云', '出租客运'],
  ])('%s is nearest to %s', (use, nearest) => {
    expect(checkUseCharacter(use)?.zh).toContain(`“${nearest}”`)
  })

  test('an address is near to none', () => {
    expect(checkUseCharacter('样例市示例区测试路168号')?.zh).toBe('没有这种使用性质，请核对')
  })
})
