/**
 * Runs test files in this process one after the other, so that they share their browsers.
 * Usage: node in-one-process.js FILE…
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(path.resolve(file)).href);
