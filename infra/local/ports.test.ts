import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { close, freePort, listen } from './ports.ts'

/** Where Linux begins with the ports of those who connect; other systems begin higher. */
const connections = 32_768

test('a free port can be listened at, and is none that a connection may take before that', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort))
  expect(ports.filter((port) => port < 1024 || port >= connections)).toEqual([])
  const [port = 0] = ports
  const server = createServer()
  await listen(server, port)
  await close(server)
})
