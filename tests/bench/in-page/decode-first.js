import { jsonParseDecoder, koodriveDecoder } from './decoders.js';

/**
 * Times the first decode after the module has started.
 * @param {{ places: import('../harness/site.js').Places, answer: string, contender: string }} task
 * @returns {Promise<number>} milliseconds
 */
export async function run({ places, answer, contender }) {
  const bytes = new Uint8Array(await (await fetch(places.answers + answer)).arrayBuffer());
  const decoder = contender === 'koodrive' ? await koodriveDecoder(places) : jsonParseDecoder;
  const { run: decode } = decoder(bytes);
  const start = performance.now();
  await decode();
  return performance.now() - start;
}
