import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../../../web/package.json', import.meta.url), 'utf8'));
const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export function machine() {
  const [{ model }, ...others] = os.cpus();
  return `${others.length + 1} × ${model.trim()}, ${os.type()} ${os.arch()}`;
}

/** Prints a version as the other browsers do; WebKit's driver does not know it. */
const WEBKIT_VERSION = `
import gi
gi.require_version('WebKit2', '4.1')
from gi.repository import WebKit2 as w
print('WebKitGTK %d.%d.%d' % (w.get_major_version(), w.get_minor_version(), w.get_micro_version()))
`;

/** The commands that print the version of a browser. @type {Readonly<Record<string, () => string[]>>} */
const BROWSERS = Object.freeze({
  chromium: () => [process.env.KOODRIVE_CHROMIUM ?? 'chromium', '--version'],
  firefox: () => [process.env.KOODRIVE_FIREFOX ?? 'firefox-esr', '--version'],
  webkit: () => ['/usr/bin/python3', '-c', WEBKIT_VERSION],
});

/** @param {readonly string[]} where the places that are measured; some parts run in Chromium always */
export const versions = (where) =>
  [
    measuredVersions(where),
    `Node.js ${process.versions.node}`,
    `Tabulator ${devDependencies['tabulator-tables']}`,
    `AG Grid Community ${devDependencies['ag-grid-community']}`,
  ].join(', ');

/** Without those of the alternatives. @param {readonly string[]} where */
export function measuredVersions(where) {
  const browsers = Object.keys(BROWSERS).filter((name) => name === 'chromium' || where.includes(name));
  return [`koodrive-import-report ${version}`, ...browsers.map(browserVersion)].join(', ');
}

/** @param {string} browser */
function browserVersion(browser) {
  const [program, ...args] = BROWSERS[browser]();
  const told = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /(Chromium|Firefox|WebKitGTK) [\d.]+/.exec(told)?.[0] ?? browser;
}
