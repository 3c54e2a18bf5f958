import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Makes a server listen on a free port of this machine.
 * @param {import('node:http').Server | import('node:https').Server} server
 */
export async function listenOnLoopback(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    /** The origin of a server without TLS. */
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A port of this machine on which nothing listens, for programs that cannot choose one themselves. */
export async function freePort() {
  const { port, close } = await listenOnLoopback(createServer());
  await close();
  return port;
}
