import { pathToFileURL } from 'node:url';
import { listFaults } from '../../web/simulator/faults/faults.js';

/**
 * The lines of the fault table in tests/README.md. `node tests/simulator/fault-table.js` prints them.
 * @returns {string[]}
 */
export function faultTable() {
  const rows = listFaults().map(({ taskId, summary, parameter }) => {
    const id = parameter ? `${taskId}[-N]` : taskId;
    const unit = parameter ? `${parameter.unit}, ${parameter.initial}` : '';
    return `| \`${id}\` | ${unit} | ${summary} |`;
  });
  return ['| Task ID | N: unit, default | What comes over the wire |', '| --- | --- | --- |', ...rows];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(faultTable().join('\n'));
