/** The cloud environment's ID; empty takes the account's default environment. */
export const CLOUD_ENV = '' as string

/** Folder of the cloud storage that pictures are uploaded to, and deleted from after each recognition. */
export const UPLOAD_FOLDER = 'vehicle-license'

/** The cloud function that recognizes a picture. */
export const FUNCTION_NAME = 'vehicleLicense'
