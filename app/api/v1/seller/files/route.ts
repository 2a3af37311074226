import { calls, resource } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({ POST: calls.uploadFile })
