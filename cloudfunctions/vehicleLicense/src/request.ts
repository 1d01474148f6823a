import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { type RecognizeRequest, UPLOAD_FOLDER } from '../../../miniprogram/vehicle-license/recognition'

const fieldsOf = (event: unknown): Readonly<Record<string, unknown>> =>
  typeof event === 'object' && event !== null ? (event as Readonly<Record<string, unknown>>) : {}

/** `cloud://ENVIRONMENT.BUCKET/FOLDER/NAME` */
const FILE_ID = new RegExp(`^cloud://([^./]+)\\.[^/]+/${UPLOAD_FOLDER}/[^/]+$`)

/**
 * The file that a request names, also where the rest of the request is wrong: it is to be deleted all the same.
 * `undefined` for files of another environment, and for all that lies elsewhere than uploads do.
 */
export function readFileID(event: unknown, environment: string): string | undefined {
  const { fileID } = fieldsOf(event)
  return typeof fileID === 'string' && FILE_ID.exec(fileID)?.[1] === environment ? fileID : undefined
}

const MAX_KEY_LENGTH = 64

/** @throws RecognitionError `INVALID_REQUEST` unless the type is one of WeChat's, and the key a short text or none */
export function readRequest(event: unknown): Omit<RecognizeRequest, 'fileID'> {
  const { type, idempotencyKey: key } = fieldsOf(event)
  const isKey = key === undefined || (typeof key === 'string' && key.length <= MAX_KEY_LENGTH)
  if ((type !== 'photo' && type !== 'scan') || !isKey) throw new RecognitionError('INVALID_REQUEST')
  return { type, ...(key !== undefined && { idempotencyKey: key }) }
}
