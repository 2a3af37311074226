import net from 'node:net'
import { StartError } from './start-error'

function listen(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

export function freePort(): Promise<number> {
  return listen(0, '127.0.0.1')
}

/** Keeps a server's port from one start to the next while it is free, so that open tools go on working. */
export async function preferPort(port: number): Promise<number> {
  return listen(port, '127.0.0.1').catch(freePort)
}

export async function requireFreePort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartError(`PORT is "${process.env.PORT}", which is no port number. Use one between 1 and 65535.`)
  }
  try {
    await listen(port)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
      )
    }
    if (code === 'EACCES')
      throw new StartError(`Your user may not open port ${port}. Choose one above 1023: PORT=3000 npm start`)
    throw error
  }
}
