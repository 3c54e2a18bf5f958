#!/usr/bin/env node
/** Measures dist/ against its peers; see README.md. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { machine, versions } from './harness/machine.js';
import { prepare } from './harness/prepare.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    where: { type: 'string' },
    rounds: { type: 'string' },
    most: { type: 'string', default: '1000000' },
    quick: { type: 'boolean', default: false },
    'skip-build': { type: 'boolean', default: false },
    json: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});

await prepare({ build: !options['skip-build'] });
// These import packages that prepare() has just installed.
const { PARTS } = await import('./parts/index.js');
const { PLACES, Plan } = await import('./harness/plan.js');
const { figuresTable, textTable } = await import('./harness/tables.js');
const { replaceText } = await import('./harness/document.js');

const wanted = chosen('--only', options.only, Object.keys(PARTS));
const where = chosen('--where', options.where, PLACES);
const plan = new Plan({
  rounds: Number(options.rounds ?? (options.quick ? 3 : 10)),
  most: options.quick ? 100_000 : Number(options.most),
  where,
});

/** @type {import('./harness/results.js').Result[]} */
const results = [];
try {
  for (const name of wanted) {
    for await (const result of PARTS[name](plan)) {
      results.push(result);
      console.warn(textTable([result]).split('\n')[1]);
    }
  }
} finally {
  await plan.close();
}

const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: machine(),
  versions: versions(where),
  command: 'node tests/bench/bench.js --readme',
};
console.log(textTable(results));
if (options.json) await writeFile(options.json, `${JSON.stringify({ ...run, results }, undefined, 2)}\n`);
if (options.readme) await replaceText('figures', figuresTable(results, run));

/**
 * The names of an option's list; ends the program if one does not exist.
 * @param {string} option
 * @param {string | undefined} list
 * @param {readonly string[]} names that exist, and that are meant without a list
 */
function chosen(option, list, names) {
  const found = list?.split(',') ?? names;
  const unknown = found.filter((name) => !names.includes(name));
  if (unknown.length === 0) return found;
  console.error(`${option} ${unknown.join(',')}: there are ${names.join(', ')}.`);
  process.exit(1);
}
