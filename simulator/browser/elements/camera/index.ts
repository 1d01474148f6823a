import { messageOf } from '../../../error-message'
import { privacyAgreed } from '../../runtime/privacy'
import { setCamera } from '../../runtime/camera'
import { openCamera } from '../../runtime/permissions'
import { defineElement, emit, partOf } from '../define'

/** Shorter side of a frame in px; WeChat documents only the names. */
const FRAME_SHORT_SIDES: Record<string, number> = { small: 288, medium: 480, large: 720 }
/** Longer side of the stream in px. */
const RESOLUTIONS: Record<string, number> = { low: 640, medium: 1280, high: 1920 }

// https://www.w3.org/TR/image-capture/
declare global {
  interface MediaTrackCapabilities {
    zoom?: { max: number }
  }
  interface MediaTrackConstraintSet {
    zoom?: number
    torch?: boolean
  }
}

const apply = (track: MediaStreamTrack | undefined, constraint: MediaTrackConstraintSet): void => {
  void track?.applyConstraints({ advanced: [constraint] }).catch(() => undefined)
}

interface Settings {
  devicePosition: string
  resolution: string
}

/** Opens the camera; undefined if the attempt has been superseded. */
async function open(
  { devicePosition, resolution }: Settings,
  current: () => boolean,
): Promise<MediaStream | undefined> {
  if (!(await privacyAgreed('camera'))) throw new Error('privacy permission is not authorized')
  const facingMode = devicePosition === 'front' ? 'user' : 'environment'
  const stream = await openCamera({ facingMode, width: { ideal: RESOLUTIONS[resolution] ?? 1280 } })
  if (current()) return stream
  stop(stream)
  return undefined
}

const stop = (stream: MediaStream | undefined): void => stream?.getTracks().forEach((track) => track.stop())
const streamOf = ({ srcObject }: HTMLVideoElement): MediaStream | undefined =>
  srcObject instanceof MediaStream ? srcObject : undefined
const maxZoom = (track: MediaStreamTrack | undefined): number => track?.getCapabilities().zoom?.max ?? 1

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
  // WeChat stops the camera in the background.
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
        const stream = await open(this.data, () => attempts.get(video) === attempt)
        if (!stream) return
        video.srcObject = stream
        video.muted = true
        await video.play()
        // The camera was unplugged or another app took it.
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
        emit(this, 'error', { errMsg: `insertCamera:fail ${messageOf(error)}` })
      }
    },
    stop(): void {
      const video = partOf(this, 'video', HTMLVideoElement)
      attempts.delete(video)
      stop(streamOf(video))
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
      return streamOf(partOf(this, 'video', HTMLVideoElement))?.getVideoTracks()[0]
    },
  },
})

/** Videos whose camera was interrupted; they resume when the page is shown. */
const interrupted = new WeakSet<HTMLVideoElement>()

/** The latest attempt to open the camera per video; a stream that an earlier attempt opens late is closed. */
const attempts = new WeakMap<HTMLVideoElement, object>()
