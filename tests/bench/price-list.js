#!/usr/bin/env node
/** Prints what each part of the first load weighs and costs; see README.md. */
import { parseArgs } from 'node:util';
import { replaceText } from './harness/document.js';
import { measuredVersions } from './harness/machine.js';
import { buildNamedModule, prepare } from './harness/prepare.js';

/** How many functions the list names. */
const MOST_FUNCTIONS = 12;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    'skip-build': { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

const tools = await prepare({ build: !options['skip-build'] });
const namedModule = buildNamedModule();
// These import packages that prepare() has just installed.
const { openBrowser } = await import('./harness/environments.js');
const { evaluationCosts } = await import('./prices/evaluation.js');
const { priceTables } = await import('./prices/table.js');
const { functionsOf, largestFunctions } = await import('./prices/wasm-shares.js');
const { firstLoadWeights, firstScripts } = await import('./prices/weights.js');

// LLVM's tools lie beside its compiler, with the same ending.
const nm = tools.KOODRIVE_CLANG.replace(/clang\+\+(?=[^/]*$)/, 'llvm-nm');
const functions = functionsOf(nm, namedModule);
const weights = await firstLoadWeights(functions);
const chromium = await openBrowser('chromium');
try {
  const costs = await evaluationCosts(chromium, firstScripts, Number(options.rounds));
  const run = { date: new Date().toISOString().slice(0, 10), versions: measuredVersions([]) };
  const tables = priceTables(weights, largestFunctions(functions, MOST_FUNCTIONS), costs, run);
  console.log(tables);
  if (options.readme) await replaceText('prices', tables);
} finally {
  await chromium.close();
}
