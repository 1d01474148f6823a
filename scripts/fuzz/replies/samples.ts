import { ERRORS } from '../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import type { Random } from '../../licenses/random'

const corner = (x: number, y: number) => ({ x, y })
const QUAD = [corner(10, 20), corner(390, 20), corner(390, 150), corner(10, 150)]
const POSITION = { pos: { leftTop: QUAD[0], rightTop: QUAD[1], rightBottom: QUAD[2], leftBottom: QUAD[3] } }
const LICENSE = Object.fromEntries(FIELDS.map(({ key }) => [key, '京A12345']))

/** WeChat's reply for a license. */
const WECHAT = {
  errCode: 0,
  errMsg: 'ok',
  ...LICENSE,
  cardPositionFront: POSITION,
  cardPositionBack: POSITION,
  imgSize: { w: 400, h: 300 },
}

const failure = (random: Random): object =>
  random.pick<object>([
    { errcode: random.pick([-1, 40001, 45009, 101000, 101002, -501003, 7]), errmsg: 'quota or not' },
    { errCode: String(random.pick([-1, 42001, 101001, -604101])), errMsg: 'system error' },
  ])

/** A back end's reply for a license. */
const READING = {
  ok: true,
  recognition: {
    license: LICENSE,
    evidence: { plateNum: { confidence: 0.9, box: QUAD } },
    cards: { main: QUAD, duplicate: QUAD },
    imageSize: { width: 400, height: 300 },
    warnings: ['BLURRED', 'GLARE'],
  },
  engine: 'embedded',
  quota: { used: 1, limit: 100, person: { used: 1, limit: 20 } },
}

const refusal = (random: Random): object => ({
  ok: false,
  error: { code: random.pick(Object.keys(ERRORS)), message: 'x', retryable: true, wechatCode: 101001 },
})

/** Valid replies to mutate. */
export const SAMPLES: Readonly<Record<'recognition' | 'failure' | 'backEnd', (random: Random) => object>> = {
  recognition: () => WECHAT,
  failure,
  backEnd: (random) => (random.chance(0.8) ? READING : refusal(random)),
}
