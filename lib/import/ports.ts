export type PictureFile = { width: number; format: 'avif' | 'webp' | 'jpg'; bytes: Buffer }

/** Bytes from outside as the files that we serve, encoded anew; null: no picture that we take. */
export type MakePicture = (bytes: Buffer) => Promise<PictureFile[] | null>
