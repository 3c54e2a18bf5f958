import { failedNames } from './mixed-import.js';

/** How many users the import file has; those that did not fail went in. */
const USERS = 2_000;

const HEADER = ['User account', 'Mobile number', 'E-mail', 'Department'];
const DEPARTMENTS = ['Sales, EMEA', '研发部', 'Finance', 'R&D "Platform"', '华东大区'];

/** Every 8th row is that of a failure. */
const STRIDE = 8;

/** Failures whose account is spelled otherwise in the file: in capitals, with a blank after it, with a domain. */
const SPELLINGS = Object.freeze(
  /** @type {const} */ ([
    [17, (/** @type {string} */ name) => name.toUpperCase()],
    [31, (/** @type {string} */ name) => `${name} `],
    [43, (/** @type {string} */ name) => `${name}@ldb.example.com`],
  ]),
);

/** The failure whose account stands in a second row, too. */
const TWICE = 5;

/** @param {string} field */
const quoted = (field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** @param {number} position of a failure */
function accountOf(position) {
  const name = failedNames()[position];
  if (name === undefined) return `without.name${position}`;
  const spelling = SPELLINGS.find(([at]) => at === position)?.[1];
  return spelling ? spelling(name) : name;
}

/** @param {number} row from 0 */
function accountIn(row) {
  const position = row / STRIDE;
  if (Number.isInteger(position)) return accountOf(position);
  return row === USERS - 1 ? accountOf(TWICE) : `user${String(row + 1).padStart(4, '0')}`;
}

/**
 * The file whose import the task with 250 failures of 2,000 reports, as a spreadsheet program saves it: CSV in UTF-8 with a byte
 * order mark. 247 failures have a row of their own, two have no name, and one stands in two rows.
 */
export function demoImportFile() {
  const rows = Array.from({ length: USERS }, (_, row) => [
    accountIn(row),
    `1380${String(row + 1).padStart(7, '0')}`,
    `user${row + 1}@example.com`,
    DEPARTMENTS[row % DEPARTMENTS.length],
  ]);
  return `\uFEFF${[HEADER, ...rows].map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('')}`;
}
