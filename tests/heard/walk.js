/** The walk through the page that `heard.js` starts within a display and a message bus of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../browser/support/browsers.js';
import { startSite } from '../browser/support/site.js';
import { Speech } from './speech.js';
import { MAIN_PATH, OTHERS } from './steps.js';

/** @typedef {import('./steps.js').Step} Step */

const FIXTURE = new URL('main-path.txt', import.meta.url);

const OPENBOX = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><desktops><number>1</number></desktops></openbox_config>`;

/**
 * Orca's file of user customizations. Its log comes line by line instead of in blocks, long after it has spoken, and without the
 * details of each event, which slow Orca down. It has no voice: Speech Dispatcher hangs without a sound card, and Orca with it.
 */
const CUSTOMIZATIONS = `import re
from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
debug.eventDebugFilter = re.compile('(?!)')
settings.speechServerFactory = None
`;

/** How far a query has got depends on the machine, so one line stands for all of them. @param {readonly string[]} heard */
function stable(heard) {
  const lines = heard.map((text) =>
    text.startsWith('Loading the report. ') ? 'Loading the report. …' : text,
  );
  return lines.filter((text, at) => text !== lines[at - 1] || !text.startsWith('Loading the report.'));
}

/** @param {...string} args */
const xdotool = (...args) => execFileSync('xdotool', args);

const home = process.env.HOME ?? '';
const orcaFolder = path.join(process.env.XDG_DATA_HOME ?? home, 'orca');
mkdirSync(orcaFolder, { recursive: true });
const debugFile = path.join(home, 'orca.log');
const openboxFile = path.join(home, 'openbox.xml');
writeFileSync(openboxFile, OPENBOX);
writeFileSync(path.join(orcaFolder, 'orca-customizations.py'), CUSTOMIZATIONS);

const speech = new Speech(debugFile);
const programs = [
  spawn('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately'], { stdio: 'ignore' }),
  spawn('openbox', ['--config-file', openboxFile], { stdio: 'ignore' }),
  spawn('orca', [`--debug-file=${debugFile}`, '--replace'], { stdio: 'ignore' }),
];
await speech.settled();

const site = await startSite();
const browser = await launchBrowser('firefox', ['--width', '1200', '--height', '900', '--kiosk'], {
  headless: false,
  extraPrefsFirefox: { 'accessibility.force_disabled': -1 },
});
const [page] = await browser.pages();

/** @param {Step} step */
async function take({ title, keys = [], act, until }) {
  speech.mark();
  await act?.(page);
  if (keys.length === 0 || act) await speech.settled(keys.length === 0 ? until : undefined);
  for (const [at, key] of keys.entries()) {
    xdotool('key', '--clearmodifiers', key);
    await speech.settled(at === keys.length - 1 ? until : undefined);
  }
  const heard = stable(speech.heard);
  const isHeard = !until || until.test(heard.join('\n'));
  if (!isHeard) process.exitCode = 1;
  const lines = [`## ${title}`, ...heard, ...(isHeard ? [] : [`!! not heard: ${until}`])];
  console.log(`${lines.join('\n')}\n`);
  return lines.join('\n');
}

try {
  await page.goto(`${site.origin}/?language=en-US`);
  await page.waitForFunction(() => customElements.get('koodrive-import-report'));
  await speech.settled();
  // A click gives the page the keyboard.
  xdotool('mousemove', '1100', '800', 'click', '1');
  await speech.settled();
  const main = [];
  for (const step of MAIN_PATH) main.push(await take(step));
  for (const step of OTHERS) await take(step);
  const transcript = `${main.join('\n\n')}\n`;
  if (process.argv.includes('--update')) writeFileSync(FIXTURE, transcript);
  else if (transcript !== readFileSync(FIXTURE, 'utf8')) {
    console.log('The main path was heard differently from tests/heard/main-path.txt.');
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await site.close();
  for (const program of programs) program.kill();
}
process.exit();
