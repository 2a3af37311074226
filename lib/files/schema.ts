/** What an upload may weigh and how many of a request are looked at. */
export const UPLOAD_BYTES = 10 * 1024 * 1024
export const UPLOAD_FILES = 10
export const PHOTOS = 5

export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif'

export const uploadRefusals = [
  'empty-picture',
  'picture-too-large',
  'picture-kind',
  'mislabelled-picture',
  'broken-picture',
  'too-many-pixels',
  'too-many-frames',
  'too-many-uploads',
  'no-room',
] as const
export type UploadRefusal = (typeof uploadRefusals)[number]

/** A file as it came: what it calls itself is checked against what it is. */
export type Upload = { bytes: Uint8Array; name: string; type: string }

/** `p-`: fetched by an import, `u-`: chosen by a person. */
const uploaded = /^[up]-[0-9a-f]{32}$/
export const isUploadedKey = (key: string): boolean => uploaded.test(key)

const photo = /^e-[0-9a-f]{32}$/
export const isPhotoKey = (key: string): boolean => photo.test(key)

/** Where the people it concerns see a photo of a return or a dispute; an address elsewhere stays as it was given. */
export const photoUrl = (photo: string): string => (isPhotoKey(photo) ? `/photos/${photo}.jpg` : photo)

export type PictureState = { key: string; ready: boolean; blur: string | null; widths: number[]; fetched: boolean }
