/** The cloud environment's ID; empty takes the account's default environment. */
export const CLOUD_ENV = '' as string

/** The cloud function that recognizes a picture. */
export const FUNCTION_NAME = 'vehicleLicense'
