import { PAGE_EXAMPLE_BODY } from '../answer-body.js';

/**
 * @typedef {import('../exchange.js').Exchange} Exchange
 * @typedef {import('./faults.js').Fault} Fault
 * @typedef {import('./faults.js').FaultParameter} FaultParameter
 */

/** The number of pieces of a slow body. */
const PIECES = 20;
/** Delay between the last byte and the TCP reset, so that the client has read that byte. */
const RESET_DELAY_MS = 50;

const HALF_BODY = PAGE_EXAMPLE_BODY.slice(0, PAGE_EXAMPLE_BODY.length / 2);
const LENGTH = { 'Content-Length': PAGE_EXAMPLE_BODY.length };

/** @type {FaultParameter} */
const MILLISECONDS = { unit: 'ms', initial: 1500, min: 0, max: 600_000 };
/** @type {FaultParameter} */
const SECONDS_OFF = { unit: 's', initial: 1200, min: 0, max: 86_400 };
/** @type {FaultParameter} */
const FAILURES_FIRST = { unit: 'failures', initial: 1, min: 1, max: 100 };

/** @param {Exchange} exchange */
const sendExample = (exchange) => exchange.send(200, exchange.example);

/**
 * Sends the response headers and half of the body that their Content-Length announces.
 * @param {Exchange} exchange
 */
async function sendHalf(exchange) {
  exchange.start(200, LENGTH);
  await exchange.write(HALF_BODY);
}

/**
 * Faults of timing and of the connection.
 * @type {ReadonlyArray<Fault>}
 */
export const TRANSFER_FAULTS = [
  {
    name: 'slow-headers',
    summary: "the page's example; its status line comes after the given time",
    parameter: MILLISECONDS,
    async respond(exchange, _visit, milliseconds) {
      await exchange.wait(milliseconds);
      await sendExample(exchange);
    },
  },
  {
    name: 'stalled-headers',
    summary: 'no byte at all until the client gives up',
    respond: (exchange) => exchange.clientGone(),
  },
  {
    name: 'slow-body',
    summary: `the page's example in ${PIECES} pieces over the given time, the first at once`,
    parameter: MILLISECONDS,
    async respond(exchange, _visit, milliseconds) {
      exchange.start(200, LENGTH);
      const size = PAGE_EXAMPLE_BODY.length / PIECES;
      for (let piece = 0; piece < PIECES; ++piece) {
        if (piece > 0) await exchange.wait(milliseconds / (PIECES - 1));
        await exchange.write(
          PAGE_EXAMPLE_BODY.slice(Math.round(piece * size), Math.round((piece + 1) * size)),
        );
      }
      exchange.response.end();
    },
  },
  {
    name: 'stalled-body',
    summary: "header and half of the page's example, then silence until the client gives up",
    async respond(exchange) {
      await sendHalf(exchange);
      await exchange.clientGone();
    },
  },
  {
    name: 'reset-before-headers',
    summary: 'TCP reset instead of an answer',
    respond: (exchange) => exchange.reset(),
  },
  {
    name: 'reset-in-body',
    summary: "header and half of the page's example, then TCP reset",
    async respond(exchange) {
      await sendHalf(exchange);
      await exchange.wait(RESET_DELAY_MS);
      exchange.reset();
    },
  },
  {
    name: 'reset-then-ok',
    summary: "TCP reset inside the body the given number of times, then the page's example",
    parameter: FAILURES_FIRST,
    async respond(exchange, { attempt }, failures) {
      if (attempt > failures) return sendExample(exchange);
      await sendHalf(exchange);
      await exchange.wait(RESET_DELAY_MS);
      exchange.reset();
    },
  },
  {
    name: 'stalled-then-ok',
    summary: "no byte until the client gives up, the given number of times, then the page's example",
    parameter: FAILURES_FIRST,
    respond: (exchange, { attempt }, failures) =>
      attempt > failures ? sendExample(exchange) : exchange.clientGone(),
  },
  {
    name: 'short-body',
    summary: "half of the page's example under the Content-Length of the whole, then an orderly close",
    async respond(exchange) {
      await sendHalf(exchange);
      exchange.request.socket.end();
    },
  },
  {
    name: 'clock-ahead',
    summary:
      "the page's example by a server whose clock is ahead by the given time: X-Date looks old from 900 s on",
    parameter: SECONDS_OFF,
    clockOffsetMs: (seconds) => seconds * 1000,
    respond: sendExample,
  },
  {
    name: 'clock-behind',
    summary:
      "the page's example by a server whose clock is behind by the given time: X-Date lies in its future",
    parameter: SECONDS_OFF,
    clockOffsetMs: (seconds) => -seconds * 1000,
    respond: sendExample,
  },
];
