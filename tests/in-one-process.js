/**
 * Runs test files in this process, one after the other: they share what takes long to start.
 * Usage: node in-one-process.js FILE…
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(path.resolve(file)).href);
