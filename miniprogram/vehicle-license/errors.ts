import { MAX_PICKED_BYTES } from './photo'
import { bilingual, type Text } from './text'

const MAX_PICKED_MB = MAX_PICKED_BYTES / 2 ** 20

interface ErrorRow extends Text {
  /** Whether the same picture may succeed when it is sent again. */
  readonly retryable: boolean
}

/** The closed list of what can go wrong, each with what a person can do about it. */
export const ERRORS = {
  FILE_TOO_LARGE: {
    zh: `文件超过 ${MAX_PICKED_MB} MB，请换一张照片，或截图后再选。`,
    en: `The file is over ${MAX_PICKED_MB} MB: choose another picture, or a screenshot of this one.`,
    retryable: false,
  },
  IMAGE_TOO_LARGE: {
    zh: '照片超过 2 MB，请换一张较小的照片。',
    en: 'The picture is over 2 MB: choose a smaller one.',
    retryable: false,
  },
  IMAGE_TOO_SMALL: {
    zh: '照片太小，看不清文字，请靠近重拍。',
    en: 'The picture is too small to read: take it again from nearer.',
    retryable: false,
  },
  IMAGE_UNREADABLE: {
    zh: '这个文件打不开，可能已损坏或不是图片，请换一张或重拍。',
    en: 'This file cannot be opened: damaged, or no picture. Choose another one or take it again.',
    retryable: false,
  },
  NOT_A_LICENSE: {
    zh: '没有找到行驶证。请让行驶证占满画面，放平、避开反光后重拍。',
    en: 'No vehicle license found. Fill the frame with it, lay it flat, avoid glare, and take it again.',
    retryable: false,
  },
  QUOTA_EXHAUSTED: {
    zh: '今天的识别次数已用完，可以手动填写，或明天再试。',
    en: 'Today’s recognitions are used up: fill in by hand, or try again tomorrow.',
    retryable: false,
  },
  RATE_LIMITED: {
    zh: '识别得太频繁，请等一分钟再试。',
    en: 'Too many recognitions at once: wait a minute and try again.',
    retryable: true,
  },
  NOT_AUTHORIZED: {
    zh: '识别服务还没有设置好，请联系管理员。现在可以手动填写。',
    en: 'The recognition service is not set up: tell its operator. You can fill in by hand.',
    retryable: false,
  },
  ENGINE_BUSY: {
    zh: '识别服务正忙，请稍后再试。',
    en: 'The recognition service is busy: try again in a moment.',
    retryable: true,
  },
  ENGINE_UNAVAILABLE: {
    zh: '识别服务暂时不可用，请再试一次，或手动填写。',
    en: 'The recognition service is unavailable: try again, or fill in by hand.',
    retryable: true,
  },
  TIMEOUT: {
    zh: '识别用时太长，请再试一次，或手动填写。',
    en: 'The recognition took too long: try again, or fill in by hand.',
    retryable: true,
  },
  NETWORK_UNAVAILABLE: {
    zh: '网络不通，照片还在。请检查网络后再试，或手动填写。',
    en: 'No network. The picture is kept: check the network and try again, or fill in by hand.',
    retryable: true,
  },
  CANCELLED: {
    zh: '已取消，照片还在。可以再试，或手动填写。',
    en: 'Cancelled. The picture is kept: try again, or fill in by hand.',
    retryable: true,
  },
  CAMERA_REFUSED: {
    zh: '没有相机权限。请在设置里打开，或从相册选择。',
    en: 'No permission for the camera: allow it in the settings, or choose from the album.',
    retryable: false,
  },
  CAMERA_UNAVAILABLE: {
    zh: '相机打不开，可能正被占用。请重试，或从相册选择。',
    en: 'The camera cannot be opened, perhaps it is in use: try again, or choose from the album.',
    retryable: true,
  },
  ALBUM_UNAVAILABLE: {
    zh: '相册打不开，请重试，或手动填写。',
    en: 'The album cannot be opened: try again, or fill in by hand.',
    retryable: true,
  },
  PRIVACY_REFUSED: {
    zh: '同意隐私保护指引后才能使用照片。也可以手动填写。',
    en: 'Photos can be used only after you agree to the privacy guideline. You can also fill in by hand.',
    retryable: true,
  },
  STORAGE_FULL: {
    zh: '手机存储空间不足，请删除不用的记录后再试。',
    en: 'The phone’s storage is full: delete records you no longer need and try again.',
    retryable: false,
  },
  SESSION_EXPIRED: {
    zh: '登录已过期，请再试一次。',
    en: 'The session has expired: try again.',
    retryable: true,
  },
  NOT_FOUND: {
    zh: '没有找到，可能已经过期。',
    en: 'Not found: it may have expired.',
    retryable: false,
  },
  BATCHES_UNAVAILABLE: {
    zh: '这台服务器没有开启批量识别（需要 Redis），请逐张识别，或联系管理员。',
    en: 'This server takes no batches (they need Redis): send one picture at a time, or tell its operator.',
    retryable: false,
  },
  INVALID_REQUEST: {
    zh: '请求不完整，请更新小程序后再试。',
    en: 'The request is incomplete: update the mini program and try again.',
    retryable: false,
  },
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERRORS, code)

/** An error of the list. Its message is for people; `details.cause` is for logs and never leaves the process. */
export class RecognitionError extends Error {
  override readonly name = 'RecognitionError'
  readonly retryable: boolean

  constructor(
    readonly code: ErrorCode,
    readonly details: { readonly wechatCode?: number; readonly cause?: unknown } = {},
  ) {
    super(bilingual(ERRORS[code]))
    this.retryable = ERRORS[code].retryable
  }
}
