import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import {
  type FolderRequest,
  type RecognizeRequest,
  UPLOAD_FOLDER,
} from '../../../miniprogram/vehicle-license/recognition'

const fieldsOf = (event: unknown): Readonly<Record<string, unknown>> =>
  typeof event === 'object' && event !== null ? (event as Readonly<Record<string, unknown>>) : {}

/** Where a person's pictures are uploaded to. Nobody else can name it: it is the person's keyed hash. */
export const folderOf = (person: string): string => `${UPLOAD_FOLDER}/${person}`

/** Whether it asks for the person's folder, and for nothing else. */
export const asksForFolder = (event: unknown): boolean =>
  fieldsOf(event).action === ('folder' satisfies FolderRequest['action'])

/** `cloud://ENVIRONMENT.BUCKET/FOLDER/NAME` */
const FILE_ID = /^cloud:\/\/([^./]+)\.[^/]+\/(.+)\/[^/]+$/

/**
 * The file that a request names, also where the rest of the request is wrong: it is to be deleted all the same.
 * `undefined` for files of another environment, and for all that does not lie in the person's own folder.
 */
export function readFileID(event: unknown, environment: string, person: string): string | undefined {
  const { fileID } = fieldsOf(event)
  if (typeof fileID !== 'string') return undefined
  const [, itsEnvironment, folder] = FILE_ID.exec(fileID) ?? []
  return itsEnvironment === environment && folder === folderOf(person) ? fileID : undefined
}

const MAX_KEY_LENGTH = 64

/** @throws RecognitionError `INVALID_REQUEST` unless the type is one of WeChat's, and the key a short text or none */
export function readRequest(event: unknown): Omit<RecognizeRequest, 'fileID'> {
  const { type, idempotencyKey: key } = fieldsOf(event)
  const isKey = key === undefined || (typeof key === 'string' && key.length <= MAX_KEY_LENGTH)
  if ((type !== 'photo' && type !== 'scan') || !isKey) throw new RecognitionError('INVALID_REQUEST')
  return { type, ...(key !== undefined && { idempotencyKey: key }) }
}
