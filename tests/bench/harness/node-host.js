/** Runs a module of in-page/ in this process. The argument is its name; its task and its outcome are JSON. */
import { text } from 'node:stream/consumers';

const { run } = await import(new URL(`../in-page/${process.argv[2]}`, import.meta.url).href);
const outcome = await run(JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify(outcome));
