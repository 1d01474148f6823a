import sharp from 'sharp'
import type { Engine, LicenseImage } from '../../recognition/engine'
import type { Recognition, RecognitionType } from '../../miniprogram/vehicle-license/recognition'

/** A picture of nothing, in any size and format. */
export async function picture(format: 'jpeg' | 'png' | 'webp' | 'gif', width = 400, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c0d0c0' } })
    .toFormat(format)
    .toBuffer()
}

/** A JPEG of so many bytes: phones append data behind the end of a picture too. */
export async function pictureOf(bytes: number): Promise<Buffer> {
  const jpeg = await picture('jpeg')
  return Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)])
}

export const RECOGNITION: Recognition = {
  license: {
    plateNum: '京A12345',
    vehicleType: '小型轿车',
    owner: '张三',
    addr: '北京市某区某路1号',
    useCharacter: '非营运',
    model: '江淮牌HFC7000',
    vin: 'LJ166A10000000051',
    engineNum: 'J3000003',
    registerDate: '2018-07-06',
    issueDate: '2018-07-07',
    plateNumB: '京A12345',
    record: '110000000003',
    passengersNum: '5人',
    totalQuality: '1845kg',
    prepareQuality: '1470kg',
    overallSize: '4582×1795×1458mm',
  },
  cards: {
    main: [
      { x: 10, y: 20 },
      { x: 390, y: 20 },
      { x: 390, y: 150 },
      { x: 10, y: 150 },
    ],
  },
  imageSize: { width: 400, height: 300 },
}

/** An engine for tests of what is around one: it reads nothing, and keeps what it was given. */
export function fakeEngine(recognize: () => Promise<Recognition> = () => Promise.resolve(RECOGNITION)) {
  const calls: { image: LicenseImage; type: RecognitionType; signal: AbortSignal }[] = []
  const engine: Engine = {
    recognize(image, { type, signal }) {
      calls.push({ image, type, signal })
      return recognize()
    },
  }
  return { ...engine, calls }
}
