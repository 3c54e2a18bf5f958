import { alternate } from '../harness/alternate.js';
import { floorDecoder, jsonParseDecoder, koodriveDecoder } from './decoders.js';

/**
 * @param {{ places: import('../harness/site.js').Places, answer: string, rounds: number }} task
 * @returns {Promise<Record<string, number[]>>}
 */
export async function run({ places, answer, rounds }) {
  const bytes = new Uint8Array(await (await fetch(places.answers + answer)).arrayBuffer());
  const koodrive = (await koodriveDecoder(places))(bytes);
  const jsonParse = jsonParseDecoder(bytes);
  const floor = (await floorDecoder(places))(bytes);
  await assertSame(koodrive, jsonParse);
  return alternate({ koodrive, 'JSON.parse + Map': jsonParse, 'the parser alone': floor }, rounds);
}

/**
 * Checks that all contenders return the same, as one that did less would win.
 * @param {ReturnType<import('./decoders.js').Decoder>} ours
 * @param {ReturnType<import('./decoders.js').Decoder>} peers
 */
async function assertSame(ours, peers) {
  const facts = await Promise.all(
    [ours, peers].map(async ({ run, check, release }) => {
      const made = await run();
      const text = JSON.stringify(check(made));
      release?.(made);
      return text;
    }),
  );
  if (facts[0] !== facts[1]) throw new Error(`not the same report: ${facts.join(' and ')}`);
}
