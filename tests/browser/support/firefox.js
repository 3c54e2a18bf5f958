import { Browser, WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX, createProfile, launch } from '@puppeteer/browsers';
import { once } from 'node:events';
import puppeteer from 'puppeteer-core';
import WebSocket from 'ws';

/**
 * Starts Firefox with a connection of our own, which puppeteer takes only for a browser that it has not started. It saves
 * 9 s of 23 s in three suites (puppeteer-core 24.43.1, Firefox 140). Retire it when Firefox sends without delay.
 * @param {string} userDataDir an empty folder
 * @param {readonly string[]} args more command line arguments
 * @param {import('puppeteer-core').LaunchOptions} options
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchFirefox(userDataDir, args, options) {
  const { headless = true, extraPrefsFirefox, env = process.env, ...more } = options;
  await createProfile(Browser.FIREFOX, {
    path: userDataDir,
    preferences: {
      // Restores Firefox's default for file: URLs, which puppeteer relaxes.
      'security.fileuri.strict_origin_policy': true,
      // Puppeteer sets this too: one process for all pages, as input goes to that of the first.
      'fission.webContentIsolationStrategy': 0,
      ...extraPrefsFirefox,
    },
  });
  const firefox = launch({
    executablePath: process.env.KOODRIVE_FIREFOX ?? '/usr/bin/firefox-esr',
    args: [
      ...['--profile', userDataDir, '--remote-debugging-port=0', ...(headless ? ['--headless'] : [])],
      ...args,
      'about:blank',
    ],
    env,
  });
  const address = await firefox.waitForLineOutput(WEBDRIVER_BIDI_WEBSOCKET_ENDPOINT_REGEX, START_TIMEOUT_MS);
  const transport = await connectTo(`${address}/session`);
  const browser = await puppeteer.connect({ ...more, protocol: 'webDriverBiDi', transport });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    await firefox.hasClosed();
  };
  return browser;
}

/** As long as puppeteer waits for a browser. */
const START_TIMEOUT_MS = 30_000;

/**
 * A connection that acknowledges every message at once. Firefox lets the system delay a second small packet until the first
 * is acknowledged (Nagle), and Linux delays that by 40 ms unless we send something: an unasked pong, which WebSocket allows.
 * @param {string} address
 * @returns {Promise<import('puppeteer-core').ConnectionTransport>}
 */
async function connectTo(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false, allowSynchronousEvents: false });
  await once(socket, 'open');
  /** @type {import('puppeteer-core').ConnectionTransport} */
  const transport = { send: (message) => socket.send(message), close: () => socket.close() };
  socket.on('message', (data) => {
    if (socket.readyState === WebSocket.OPEN) socket.pong();
    transport.onmessage?.(String(data));
  });
  socket.on('close', () => transport.onclose?.());
  // As puppeteer does: the socket's end is told by 'close'.
  socket.on('error', () => {});
  return transport;
}
