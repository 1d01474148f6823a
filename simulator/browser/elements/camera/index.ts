import { privacyAgreed } from '../../runtime/privacy'
import { setCamera } from '../../runtime/camera'
import { openCamera } from '../../runtime/permissions'
import { defineElement, emit, type Instance, partOf } from '../define'

/** px of the shorter side of the frames; WeChat names only small, medium and large. */
const FRAME_SHORT_SIDES: Record<string, number> = { small: 288, medium: 480, large: 720 }
/** px of the longer side of the stream. */
const RESOLUTIONS: Record<string, number> = { low: 640, medium: 1280, high: 1920 }

type Capabilities = MediaTrackCapabilities & { zoom?: { max: number }; torch?: boolean }
type Constraints = MediaTrackConstraintSet & { zoom?: number; torch?: boolean }

const apply = (track: MediaStreamTrack | undefined, constraint: Constraints): void => {
  void track?.applyConstraints({ advanced: [constraint] }).catch(() => undefined)
}

async function open(camera: Instance, current: () => boolean): Promise<MediaStream | undefined> {
  const { devicePosition, resolution } = camera.data as { devicePosition: string; resolution: string }
  if (!(await privacyAgreed('camera'))) throw new Error('privacy permission is not authorized')
  const facingMode = devicePosition === 'front' ? 'user' : 'environment'
  const stream = await openCamera({ facingMode, width: { ideal: RESOLUTIONS[resolution] ?? 1280 } })
  if (current()) return stream
  stop(stream)
  return undefined
}

const stop = (stream: MediaStream | undefined): void => {
  stream?.getTracks().forEach((track) => track.stop())
}
const maxZoom = (track: MediaStreamTrack | undefined): number =>
  (track?.getCapabilities() as Capabilities | undefined)?.zoom?.max ?? 1

export const element = defineElement({
  properties: {
    mode: { type: String, value: 'normal' },
    resolution: { type: String, value: 'medium' },
    devicePosition: { type: String, value: 'back' },
    flash: { type: String, value: 'auto' },
    frameSize: { type: String, value: 'medium' },
    outputDimension: String,
  },
  lifetimes: {
    attached() {
      void this.start()
    },
    detached() {
      this.stop()
    },
  },
  // In the background the camera is stopped, and the program told so.
  pageLifetimes: {
    hide() {
      if (this.track()) this.interrupt()
    },
    show() {
      if (interrupted.delete(partOf(this, 'video', HTMLVideoElement))) void this.start()
    },
  },
  observers: {
    devicePosition() {
      if (this.isOn()) void this.start()
    },
    flash(flash: string) {
      apply(this.track(), { torch: flash === 'torch' })
    },
  },
  methods: {
    async start(): Promise<void> {
      this.stop()
      const video = partOf(this, 'video', HTMLVideoElement)
      const attempt = {}
      attempts.set(video, attempt)
      try {
        const stream = await open(this, () => attempts.get(video) === attempt)
        if (!stream) return
        video.srcObject = stream
        video.muted = true
        await video.play()
        // Somebody else takes the camera: it is unplugged, or a call begins.
        for (const event of ['ended', 'mute'])
          stream.getVideoTracks()[0]?.addEventListener(event, () => {
            if (video.srcObject === stream) this.interrupt()
          })
        setCamera({
          video,
          frameShortSide: FRAME_SHORT_SIDES[this.data.frameSize] ?? 480,
          setZoom: (zoom) => {
            const bounded = Math.min(zoom, maxZoom(this.track()))
            apply(this.track(), { zoom: bounded })
            return bounded
          },
        })
        emit(this, 'initdone', { maxZoom: maxZoom(this.track()) })
      } catch (error) {
        if (attempts.get(video) !== attempt) return
        emit(this, 'error', { errMsg: `insertCamera:fail ${error instanceof Error ? error.message : String(error)}` })
      }
    },
    stop(): void {
      const video = partOf(this, 'video', HTMLVideoElement)
      attempts.delete(video)
      stop((video.srcObject as MediaStream | null) ?? undefined)
      video.srcObject = null
      setCamera(undefined)
    },
    interrupt(): void {
      this.stop()
      interrupted.add(partOf(this, 'video', HTMLVideoElement))
      emit(this, 'stop')
    },
    isOn(): boolean {
      return attempts.has(partOf(this, 'video', HTMLVideoElement))
    },
    track(): MediaStreamTrack | undefined {
      return (partOf(this, 'video', HTMLVideoElement).srcObject as MediaStream | null)?.getVideoTracks()[0]
    },
  },
})

/** Videos whose camera was taken away; they go on once the page is shown again. */
const interrupted = new WeakSet<HTMLVideoElement>()

/** Which try to open the camera is the latest, for each video: an older one that succeeds late is closed again. */
const attempts = new WeakMap<HTMLVideoElement, object>()
