#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDemoServer } from './demo-server.js';
import { createSimulator } from '../simulator/simulator.js';
import { createUpstream, parseUpstream } from './upstream.js';

/** @typedef {import('node:http').Server} Server */

const USAGE = 'Usage: node serve.js --dist DIR [--port N] [--upstream URL] [--quiet]';
const DEFAULT_PORT = 8080;

/** An error in the command line or its environment, printed in one line without a stack trace. */
class UsageError extends Error {}

/**
 * @param {string} endpoint
 * @throws {UsageError}
 */
function readUpstream(endpoint) {
  try {
    return parseUpstream(endpoint);
  } catch (error) {
    throw new UsageError(error instanceof Error ? `--upstream ${error.message}` : String(error));
  }
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 */
function readSettings(args, environment) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dist: { type: 'string' },
      port: { type: 'string' },
      upstream: { type: 'string' },
      quiet: { type: 'boolean', default: false },
    },
  });
  if (values.dist === undefined) throw new UsageError(USAGE);
  if (!existsSync(path.join(values.dist, 'index.html'))) {
    throw new UsageError(
      `${values.dist} has no index.html: build it first (cmake --workflow --preset dist).`,
    );
  }
  const [source, port] =
    values.port !== undefined ? ['--port', values.port] : ['PORT', environment.PORT || String(DEFAULT_PORT)];
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new UsageError(`${source}=${port}: expected 0 to 65535.`);
  return {
    dist: values.dist,
    port: Number(port),
    upstream: values.upstream === undefined ? undefined : readUpstream(values.upstream),
    quiet: values.quiet ?? false,
  };
}

/**
 * @param {Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Listens on both loopback addresses, as `localhost` may mean either.
 * @param {() => Server} createServer
 * @param {number} wanted 0 for any free one
 * @returns {Promise<{ port: number, servers: Server[] }>}
 */
async function listenOnLoopback(createServer, wanted) {
  const [server4, server6] = [createServer(), createServer()];
  try {
    const port = await listen(server4, wanted, '127.0.0.1');
    try {
      await listen(server6, port, '::1');
      return { port, servers: [server4, server6] };
    } catch (error) {
      if (errorCode(error) === 'EADDRINUSE') throw error;
      // The machine has no IPv6.
      return { port, servers: [server4] };
    }
  } catch (error) {
    server4.close();
    if (errorCode(error) === 'EADDRINUSE') {
      throw new UsageError(
        `Port ${wanted} is taken. Set PORT to choose another, for example PORT=${wanted + 1}.`,
      );
    }
    if (errorCode(error) === 'EACCES')
      throw new UsageError(`Port ${wanted} needs more rights. Set PORT to choose another.`);
    throw error;
  }
}

/** @param {unknown} error */
const errorCode = (error) =>
  error instanceof Error ? /** @type {NodeJS.ErrnoException} */ (error).code : undefined;

/** @param {ReturnType<typeof readSettings>} settings */
async function serve({ dist, port: wanted, upstream, quiet }) {
  // The demo never reads the request log, which would keep tokens in memory.
  const api = upstream ? createUpstream(upstream) : createSimulator({ recordLimit: 0 }).handle;
  const { port, servers } = await listenOnLoopback(() => createDemoServer({ dist, api }), wanted);
  console.log(`http://localhost:${port}`);
  if (!quiet) {
    console.log(
      upstream ? `Queries go to ${upstream.origin}.` : 'Queries are answered by the KooDrive simulator.',
    );
    console.log('Ctrl-C ends it.');
  }
  const end = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

try {
  await serve(readSettings(process.argv.slice(2), process.env));
} catch (error) {
  const isUsage = error instanceof UsageError || errorCode(error)?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
