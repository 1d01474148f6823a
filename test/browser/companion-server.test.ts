import type { RunningServer } from '../../server'
import { startCompanion } from '../../scripts/start/companion'
import { expectedForm, type Phone } from './phone'
import { useWorld } from './world'

/** Far more than a recognition takes, as for the cloud function. */
const PATIENT = { REQUEST_BUDGET_MS: '60000' }

async function recognize(phone: Phone, sample: string): Promise<void> {
  await phone.chooseSample(sample)
  await phone.waitForRecognition()
}

describe('the companion server as the back end', () => {
  const world = useWorld({ backEnd: 'server', environment: PATIENT })
  const others: RunningServer[] = []
  let phone: Phone

  beforeEach(async () => {
    phone = await world.openPhone()
    await phone.openAlbum()
  })
  afterAll(async () => {
    for (const server of others) await server.close()
  })

  const stop = async (): Promise<void> => {
    await (others.pop() ?? world.app.server)?.close()
  }
  /** A server in the same place, which knows nothing of the sessions of the one before it. */
  async function startAnew(): Promise<void> {
    const { port } = new URL(world.app.server?.url ?? '')
    others.push(await startCompanion(world.app.cloud.origin, { ...PATIENT, PORT: port }))
  }

  test('reads a picture into the form, which a person confirms and finds at home', async () => {
    await recognize(phone, 'car')
    expect(await phone.readForm()).toEqual(expectedForm('car'))
    await phone.tap('确认无误')
    await phone.see('已确认')
    await phone.page.reload()
    await phone.seeConfirmed(expectedForm('car').plateNum ?? '')
    // Not by way of the cloud.
    expect([...world.app.cloud.files.keys()]).toEqual([])
  })

  test('a session that ends in the middle is renewed unseen', async () => {
    await recognize(phone, 'van')
    expect(await phone.readForm()).toEqual(expectedForm('van'))
    await stop()
    await startAnew()
    await phone.tap('换一张')
    await recognize(phone, 'electric')
    expect(await phone.readForm()).toEqual(expectedForm('electric'))
  })

  test('a server that is down: the picture is kept, and read once it is back', async () => {
    await stop()
    try {
      await phone.chooseSample('van')
      await phone.see('网络不通，照片还在')
      await phone.fill('owner', '王小样')
    } finally {
      await startAnew()
    }
    await phone.tap('再试一次')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual({ ...expectedForm('van'), owner: '王小样' })
  })

  test('an upload that a person cancels: the picture is kept, and sent again', async () => {
    const network = await phone.context.newCDPSession(phone.page)
    const speed = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await speed(20_000)
    await phone.chooseSample('van')
    await phone.screen
      .getByText(/[1-9]\d?%/)
      .first()
      .waitFor()
    await phone.tap('取消')
    await phone.see('已取消')
    await speed(-1)
    await phone.tap('再试一次')
    await phone.waitForRecognition()
    expect(await phone.readForm()).toEqual(expectedForm('van'))
  })
})

describe('a quota that runs out', () => {
  const environment = { ...PATIENT, ENGINE: 'https,embedded', DAILY_LIMIT: '1' }
  const world = useWorld({ backEnd: 'server', environment })

  test('is told while there is something to be done about it, and the embedded engine takes over', async () => {
    const phone = await world.openPhone()
    await phone.openAlbum()
    await recognize(phone, 'van')
    await phone.see('这是今天最后一次识别')
    await phone.tap('换一张')
    await recognize(phone, 'electric')
    await phone.see('今天微信识别次数已用完，由内置引擎识别')
    expect(await phone.readForm()).toMatchObject({ plateNum: expectedForm('electric').plateNum })
  })
})
