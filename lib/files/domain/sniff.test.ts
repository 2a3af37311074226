import { describe, expect, it } from 'vitest'
import { gifOf, jpegOf, picture, svg } from '@/lib/plugins/pictures/picture-fixture'
import { sniff } from './sniff'

const codeOf = (bytes: Uint8Array, name: string, type: string) => {
  const sniffed = sniff({ bytes, name, type })
  return sniffed.ok ? sniffed.value : sniffed.code
}

describe('a file is what its first bytes say', () => {
  it('takes the four kinds under their own names, or without one', async () => {
    expect(codeOf(await jpegOf(), 'choynak.JPEG', 'image/jpeg')).toBe('jpeg')
    expect(codeOf(await jpegOf(), '2026.11.21 lagan.jpg', 'image/jpg')).toBe('jpeg')
    expect(codeOf(await picture().png().toBuffer(), 'a.png', 'image/png')).toBe('png')
    expect(codeOf(await picture().webp().toBuffer(), 'a.webp', 'application/octet-stream')).toBe('webp')
    expect(codeOf(gifOf(2), 'a.gif', 'image/gif')).toBe('gif')
    expect(codeOf(await jpegOf(), '', '')).toBe('jpeg')
  })

  it.each([
    ['SVG', svg],
    ['SVG behind a prologue', Buffer.concat([Buffer.from('\ufeff<?xml version="1.0"?><!-- -->'), svg])],
    ['compressed SVG', Buffer.from('1f8b0800000000000003', 'hex')],
    ['AVIF', Buffer.from('0000001c6674797061766966000000006d696631', 'hex')],
    ['HEIF', Buffer.from('00000018667479706865696300000000', 'hex')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a script', Buffer.from('alert(1)')],
    ['PHP', Buffer.from('<?php system("id");')],
    ['a zip', Buffer.from('504b0304140000000800', 'hex')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['TIFF', Buffer.from('49492a00', 'hex')],
    ['ICO', Buffer.from('0000010001001010', 'hex')],
    ['a few bytes', Buffer.from('ffd8', 'hex')],
    ['RIFF that is sound', Buffer.from('RIFF\0\0\0\0WAVEfmt ')],
  ])('does not take %s, whatever it is called', (_, bytes) => {
    expect(codeOf(bytes, 'photo.jpg', 'image/jpeg')).toBe('picture-kind')
  })

  it('names what it knows and does not take', () => {
    expect(sniff({ bytes: svg, name: 'a.svg', type: 'image/svg+xml' })).toMatchObject({ detail: { kind: 'svg' } })
    const avif = Buffer.from('0000001c6674797061766966000000006d696631', 'hex')
    expect(sniff({ bytes: avif, name: 'a.avif', type: 'image/avif' })).toMatchObject({ detail: { kind: 'avif' } })
  })

  it.each([
    ['lagan.png', 'image/jpeg'],
    ['lagan.jpg', 'image/png'],
    ['lagan.jpg', 'text/html'],
    ['lagan.jpg', 'image/svg+xml'],
    ['lagan.html', 'image/jpeg'],
    ['lagan.jpg.php', 'image/jpeg'],
    ['lagan.php.jpg', 'image/jpeg'],
    ['lagan.svg.jpg', 'image/jpeg'],
    ['lagan.jpg.', 'image/jpeg'],
  ])('does not take a JPEG that is called %s, %s', async (name, type) => {
    expect(codeOf(await jpegOf(), name, type)).toBe('mislabelled-picture')
  })

  it.each(['<script>alert(1)</script>', '<?php echo 1 ?>', '<HTML><body>'])(
    'does not take a picture that is %s as well',
    async (program) => {
      const bytes = Buffer.concat([await jpegOf(), Buffer.from(program)])
      expect(codeOf(bytes, 'lagan.jpg', 'image/jpeg')).toBe('mislabelled-picture')
      const gif = Buffer.concat([gifOf(1).subarray(0, 19), Buffer.from(`/*${program}*/`)])
      expect(codeOf(gif, 'lagan.gif', 'image/gif')).toBe('mislabelled-picture')
    },
  )
})
