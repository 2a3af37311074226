import { z } from 'zod'
import { uploadPicture } from '@/lib/catalog'
import { uploadRefusals } from '@/lib/files/schema'
import { fail, ok } from '@/lib/kernel/result'
import { operation } from '../operation'
import { readPictures } from '../picture-upload'

const fileShape = z
  .object({
    key: z.string().meta({ description: 'For `images` of a product; kept for a day until one uses it' }),
    width: z.number().meta({ description: 'Of the picture turned upright, at most 2560' }),
    height: z.number(),
    bytes: z.number(),
    url: z.string().meta({ description: 'Of 640 pixels; there within seconds' }),
  })
  .meta({ id: 'File' })

export const uploadFileCall = operation({
  id: 'uploadFile',
  method: 'POST',
  path: '/seller/files',
  tag: 'Seller: products',
  access: 'shop',
  scope: 'products',
  limit: 'upload',
  summary:
    'A picture of goods as the body, or as `file` of a form: JPEG, PNG, WebP or GIF of at most 10 MB and 40 megapixels',
  status: 201,
  upload: 'picture',
  failures: [...uploadRefusals, 'unsupported-media-type', 'too-many-pictures'],
  answer: fileShape,
  async handler({ actor, request }) {
    const read = await readPictures(request, 1)
    if (!read.ok) return read
    const [upload] = read.value.uploads
    if (upload === undefined) return fail('empty-picture')
    const kept = await uploadPicture(upload, actor)
    return kept.ok ? ok({ ...kept.value, url: `/goods/${kept.value.key}-640.jpg` }) : kept
  },
})
