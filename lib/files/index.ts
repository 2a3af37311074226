import 'server-only'

export { attachPhotos, attachPictures, forgetUploads } from './commands/attach-pictures'
export { finishPicture } from './commands/finish-picture'
export { type Kept, keepImage } from './commands/keep-image'
export { reuseFetched } from './commands/reuse-fetched'
export { areFreePhotos, findPhoto, listUploads, readPictures } from './queries/list-pictures'
export { readMaster, readServed } from './queries/read-served'
