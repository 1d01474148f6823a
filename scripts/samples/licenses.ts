import { vinCheckDigit } from '../../miniprogram/vehicle-license/checks'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'

/** Replaces `_` with the check digit of GB 16735. */
function vin(withoutCheckDigit: string): string {
  const digit = vinCheckDigit(withoutCheckDigit.replace('_', '0'))
  if (digit === undefined) throw new Error(`not a VIN: ${withoutCheckDigit}`)
  return withoutCheckDigit.replace('_', digit)
}

/** Fictitious people, places, plates and vehicles. */
export const CAR: VehicleLicense = {
  plateNum: '粤B5K7T9',
  vehicleType: '小型轿车',
  owner: '王小样',
  addr: '广东省样例市示例区测试路168号6栋302房',
  useCharacter: '非营运',
  model: '样例牌YL7153BEV',
  vin: vin('LXXAB23E_H4067385'),
  engineNum: 'YL4G15T628394',
  registerDate: '2018-07-06',
  issueDate: '2021-03-15',
  issueAuthority: '样例市公安局交通警察支队',
  plateNumB: '粤B5K7T9',
  record: '440300672915',
  passengersNum: '5人',
  totalQuality: '1735kg',
  prepareQuality: '1298kg',
  loadQuality: '--',
  overallSize: '4582×1795×1458mm',
  tractionQuality: '--',
  remark: '--',
  inspectionRecord: '检验有效期至2027年07月粤B',
}

export const TRUCK: VehicleLicense = {
  plateNum: '冀A83P26',
  vehicleType: '重型半挂牵引车',
  owner: '样例市示例物流运输有限公司',
  addr: '河北省样例市示例县工业大道2599号',
  useCharacter: '货运',
  model: '示范牌SF4253A1N6X',
  vin: vin('LXYCD59G_L1348726'),
  engineNum: '612630B94857',
  registerDate: '2020-11-23',
  issueDate: '2020-11-23',
  issueAuthority: '河北省样例市公安局交通警察支队',
  plateNumB: '冀A83P26',
  record: '130100583746',
  passengersNum: '3人',
  totalQuality: '25000kg',
  prepareQuality: '8805kg',
  loadQuality: '--',
  overallSize: '7265×2550×3830mm',
  tractionQuality: '39000kg',
  remark: '强制报废期止:2035-11-23',
  inspectionRecord: '检验有效期至2026年11月冀A',
}

export const ELECTRIC: VehicleLicense = {
  plateNum: '沪AD38617',
  vehicleType: '小型普通客车',
  owner: '李示例',
  addr: '上海市样例区示范路1234弄56号',
  useCharacter: '非营运',
  model: '样例牌YL6486ES2',
  vin: vin('LXXEF7G1_P2591643'),
  engineNum: 'TZ230XS7H3E9264',
  registerDate: '2023-05-19',
  issueDate: '2023-05-22',
  issueAuthority: '上海市公安局交通警察总队',
}

export const VAN: VehicleLicense = {
  plateNumB: '川G7M325',
  record: '510100938472',
  passengersNum: '7人',
  totalQuality: '2650kg',
  prepareQuality: '1745kg',
  loadQuality: '--',
  overallSize: '5118×1720×1960mm',
  tractionQuality: '--',
  remark: '--',
  inspectionRecord: '检验有效期至2026年09月川G',
}
