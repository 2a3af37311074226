type Sent = { keys: string[]; refused: string | null }

/** One file, with how much of it has gone: fetch cannot tell. Refused as the server says, or `offline`. */
export const sendPicture = (url: string, file: File, onProgress: (percent: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(total, 1)) * 100))
    request.onload = () => resolve((request.response as Sent | null) ?? { keys: [], refused: 'failed' })
    request.onerror = () => resolve({ keys: [], refused: 'offline' })
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
