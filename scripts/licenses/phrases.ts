import type { Split } from './splits'

/** Text in values and over pictures, other than names and numbers. */
export interface Phrases {
  /** Makers in front of an engine number. */
  readonly engineMakers: readonly string[]
  /** Latin brands, separated from the model by a space. */
  readonly latinBrands: readonly string[]
  /** Trims after a model, with lower case, points and spaces. */
  readonly trims: readonly string[]
  readonly remarks: readonly string[]
  readonly watermarks: readonly string[]
}

export const PHRASES: Readonly<Record<Split, Phrases>> = {
  dev: {
    engineMakers: ['柴', '样柴'],
    latinBrands: ['YANGLI', 'MINO CUPER', 'Laneway X'],
    trims: ['GL-i', ' 1.6L', 'i-VTx', ' 2.0T', 'Le'],
    remarks: ['补发行驶证', '换发行驶证;补发号牌', '压燃式发动机', '左侧加装脚踏板'],
    watermarks: ['仅供投保使用', '仅限办理业务 他用无效', 'SAMPLE 样例图片'],
  },
  test: {
    engineMakers: ['例柴', '机'],
    latinBrands: ['SHIFAN', 'NORD TREK', 'Vela GT'],
    trims: ['GX-e', ' 3.5T', 'xDrive', ' 1.4TSi', 'Si'],
    remarks: ['车主变更', '加装ETC;变更颜色', '双燃料', '允许选装天窗'],
    watermarks: ['此件仅用于年审', '复印无效 仅供核验', '示范平台 请勿转载'],
  },
}
