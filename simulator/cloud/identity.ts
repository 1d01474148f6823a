/** Who the simulated cloud says it is. Made up: none of it exists at WeChat. */
export const ENVIRONMENT = 'simulator-1a2b3c'
export const BUCKET = '7369-simulator-1a2b3c-1250000000'
export const APP_ID = 'wx0000000000000000'
export const APP_SECRET = '00000000000000000000000000000000'
