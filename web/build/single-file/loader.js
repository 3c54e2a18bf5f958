// The one script that the file's policy names by its hash. It may load what it holds itself, and nothing else can.
import { config, packed, scriptLength } from 'koodrive-payload';

const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
const payload = new Uint8Array(await new Response(inflated).arrayBuffer());
const url = URL.createObjectURL(new Blob([payload.subarray(0, scriptLength)], { type: 'text/javascript' }));
const { start } = await import(/* @vite-ignore */ url);
URL.revokeObjectURL(url);
start(payload.subarray(scriptLength), config);
