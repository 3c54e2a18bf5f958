import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../../../web/package.json', import.meta.url), 'utf8'));
const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export function machine() {
  const [{ model }, ...others] = os.cpus();
  return `${others.length + 1} × ${model.trim()}, ${os.type()} ${os.arch()}`;
}

export function versions() {
  const chromium = execFileSync(process.env.KOODRIVE_CHROMIUM ?? 'chromium', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return [
    `koodrive-import-report ${version}`,
    /Chromium [\d.]+/.exec(chromium)?.[0],
    `Node.js ${process.versions.node}`,
    `Tabulator ${devDependencies['tabulator-tables']}`,
    `AG Grid Community ${devDependencies['ag-grid-community']}`,
  ].join(', ');
}
