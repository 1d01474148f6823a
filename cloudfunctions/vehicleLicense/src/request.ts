import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import {
  type FolderRequest,
  isRecognitionType,
  type RecognizeRequest,
  UPLOAD_FOLDER,
} from '../../../miniprogram/vehicle-license/recognition'

const fieldsOf = (event: unknown): Readonly<Record<string, unknown>> =>
  typeof event === 'object' && event !== null ? (event as Readonly<Record<string, unknown>>) : {}

/** The upload folder of a person. Others cannot guess it: it is the person's keyed hash. */
export const folderOf = (person: string): string => `${UPLOAD_FOLDER}/${person}`

export const isFolderRequest = (event: unknown): boolean =>
  fieldsOf(event).action === ('folder' satisfies FolderRequest['action'])

/** `cloud://ENVIRONMENT.BUCKET/FOLDER/NAME` */
const FILE_ID = /^cloud:\/\/([^./]+)\.[^/]+\/(.+)\/[^/]+$/

/**
 * The file of a request, which is deleted even if the rest of the request is invalid. `undefined` for a file of another
 * environment or outside the person's folder.
 */
export function readFileID(event: unknown, environment: string, person: string): string | undefined {
  const { fileID } = fieldsOf(event)
  if (typeof fileID !== 'string') return undefined
  const [, itsEnvironment, folder] = FILE_ID.exec(fileID) ?? []
  return itsEnvironment === environment && folder === folderOf(person) ? fileID : undefined
}

const MAX_KEY_LENGTH = 64

/** @throws RecognitionError `INVALID_REQUEST` */
export function readRequest(event: unknown): Omit<RecognizeRequest, 'fileID'> {
  const { type, idempotencyKey: key } = fieldsOf(event)
  const isKey = key === undefined || (typeof key === 'string' && key.length <= MAX_KEY_LENGTH)
  if (!isRecognitionType(type) || !isKey) throw new RecognitionError('INVALID_REQUEST')
  return { type, ...(key !== undefined && { idempotencyKey: key }) }
}
