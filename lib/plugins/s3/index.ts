import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import { s3Store } from './s3-store'

const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket } = env
const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env

/** On where a bucket and its keys are set; otherwise files are on the disk. */
export const s3: Plugin = {
  name: 's3',
  ...(bucket && accessKeyId && secretAccessKey
    ? {
        provides: {
          'file-store': s3Store({
            endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
            region,
            bucket,
            accessKeyId,
            secretAccessKey,
          }),
        },
      }
    : {}),
}
