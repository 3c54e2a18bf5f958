#!/usr/bin/env node
/** Measures dist/ against its peers; see README.md. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { machine, versions } from './harness/machine.js';
import { prepare } from './harness/prepare.js';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    where: { type: 'string', default: 'chromium,node' },
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
const { Plan } = await import('./harness/plan.js');
const { figuresTable, textTable } = await import('./harness/tables.js');
const { replaceFigures } = await import('./harness/document.js');

const wanted = options.only?.split(',') ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`--only ${unknown.join(',')}: there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const plan = new Plan({
  rounds: Number(options.rounds ?? (options.quick ? 3 : 10)),
  most: options.quick ? 100_000 : Number(options.most),
  where: options.where.split(','),
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
  versions: versions(),
  command: 'node tests/bench/bench.js --readme',
};
console.log(textTable(results));
if (options.json) await writeFile(options.json, `${JSON.stringify({ ...run, results }, undefined, 2)}\n`);
if (options.readme) await replaceFigures(figuresTable(results, run));
