// The only inline script that the page's Content-Security-Policy allows. It unpacks the page's bundle, which is embedded
// in it, and imports the bundle from a blob: URL.
import { config, packed, scriptLength } from 'koodrive-payload';

const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
const payload = new Uint8Array(await new Response(inflated).arrayBuffer());
const url = URL.createObjectURL(new Blob([payload.subarray(0, scriptLength)], { type: 'text/javascript' }));
const { start } = await import(/* @vite-ignore */ url);
URL.revokeObjectURL(url);
start(payload.subarray(scriptLength), config);
