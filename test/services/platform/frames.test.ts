import { REST_MS, watchFrames } from '../../../miniprogram/services/platform/frames'
import { useWx } from '../../wx/use-wx'

type Callback = (frame: { data: ArrayBuffer; width: number; height: number }) => void

let bring: () => void
let running: boolean[]
let timeMs: number

beforeEach(() => {
  running = []
  timeMs = 1_000
  useWx({
    createCameraContext: () => ({
      onCameraFrame(callback: Callback) {
        const at = running.push(false) - 1
        bring = () => callback({ data: new ArrayBuffer(4), width: 1, height: 1 })
        return { start: () => (running[at] = true), stop: () => (running[at] = false) }
      },
    }),
  })
})

test('drops frames that come too soon', () => {
  const looked: number[] = []
  const stop = watchFrames(
    (_, at) => {
      looked.push(at)
      // It takes its time.
      timeMs += 30
    },
    () => timeMs,
  )
  for (; timeMs < 1_000 + 5 * REST_MS; timeMs += 10) bring()
  expect(looked).toEqual([1_000, 1_130, 1_260, 1_390])
  stop()
})

test('ignores frames that arrive after the stop', () => {
  let looks = 0
  const stop = watchFrames(
    () => looks++,
    () => timeMs,
  )
  expect(running).toEqual([true])
  bring()
  stop()
  stop()
  expect(running).toEqual([false])
  timeMs += REST_MS
  bring()
  expect(looks).toBe(1)
})
