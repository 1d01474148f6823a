/** In the program of somebody else, whose storage and folder of files are shared, nothing of theirs begins so. */
const PREFIX = 'vehicle-license-scanner.'

/** What a key of the storage, or a file that stays, is called. */
export const own = (name: string): string => PREFIX + name

/** Whether a key or a file was named by {@link own}. */
export const isOwn = (name: string): boolean => name.startsWith(PREFIX)
