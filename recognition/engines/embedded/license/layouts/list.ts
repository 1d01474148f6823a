import type { Layout } from './layout'

/** An electronic license: a list of labels and values in any order and design. */
export const LIST: Layout = {
  name: 'list',
  page: 'main',
  labels: {},
  values: {},
  wording: {
    plateNum: ['车牌号码', '车牌号'],
    owner: ['机动车所有人'],
    vin: ['车架号', '车架号码', '车辆识别代码'],
    engineNum: ['发动机号'],
    passengersNum: ['核定载客', '核定载客数', '核载人数'],
    useCharacter: ['车辆使用性质'],
    model: ['厂牌型号'],
  },
}
