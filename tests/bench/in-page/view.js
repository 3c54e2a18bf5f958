import { alternate } from '../harness/alternate.js';

/** The rows on a screen: a contender is done when it has these. */
const SCREEN = 50;
/** A text that one row in ten contains. */
const QUERY = '9@EX';
/** A text that no row contains. */
const ABSENT = 'nobody@';

/** Intl.Collator takes 15 s to sort a million names. */
const MOST_COLLATED = 100_000;

const EXPORT_HEAD = '\ufeff"userName","desc"\r\n';
const BEGINS_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** @typedef {{ userName: string, desc: string }} Row */
/** @typedef {import('../harness/alternate.js').Contender<{ rows?: readonly Row[], length: number, close?: () => void }>} Viewer */

/**
 * Search, filter, sort and export of a decoded answer.
 * @param {{ places: import('../harness/site.js').Places, answer: string, rounds: number }} task
 * @returns {Promise<Record<string, Record<string, number[]>>>} samples by job
 */
export async function run({ places, answer, rounds }) {
  const bytes = new Uint8Array(await (await fetch(places.answers + answer)).arrayBuffer());
  const { createClient } = await import(places.client);
  const client = await createClient({ wasmUrl: places.wasm });
  const report = await client.openTaskResult(bytes);
  /** @type {Row[]} */
  const rows = JSON.parse(new TextDecoder().decode(bytes)).data.failInfoList;
  /** @type {Record<string, Record<string, number[]>>} */
  const samples = {};
  for (const [job, contenders] of Object.entries(jobs(report, rows))) {
    await assertSame(job, Object.values(contenders));
    samples[job] = await alternate(contenders, rounds);
  }
  return samples;
}

/**
 * @param {any} report
 * @param {readonly Row[]} rows
 * @returns {Record<string, Record<string, Viewer>>}
 */
function jobs(report, rows) {
  const reason = rows[0].desc;
  const ours = (/** @type {object} */ options) => viewer(report, options);
  const lowerCased = new LowerCased(rows);
  const numeric = new Intl.Collator('en-US', { numeric: true }).compare;
  const byName = (/** @type {Row} */ a, /** @type {Row} */ b) =>
    a.userName < b.userName ? -1 : Number(a.userName > b.userName);
  return {
    search: {
      koodrive: ours({ search: QUERY }),
      'lower-cased includes': filter(rows, includes(QUERY)),
      'includes over texts lower-cased beforehand': { run: () => shown(lowerCased.search(QUERY)) },
    },
    'search in vain': {
      koodrive: ours({ search: ABSENT }),
      'lower-cased includes': filter(rows, includes(ABSENT)),
    },
    'filter by reason': {
      koodrive: ours({ reason }),
      'Array.filter': filter(rows, ({ desc }) => desc === reason),
    },
    'sort by name': {
      koodrive: ours({ sortBy: 'userName' }),
      'Array.sort': sort(rows, byName),
      ...(rows.length <= MOST_COLLATED && {
        'Array.sort by Intl.Collator': sort(rows, (a, b) => numeric(a.userName, b.userName)),
      }),
    },
    'sort by reason': {
      koodrive: ours({ sortBy: 'desc' }),
      'Array.sort by Intl.Collator': sort(rows, (a, b) => numeric(a.desc, b.desc)),
    },
    'search and sort': {
      koodrive: ours({ search: QUERY, sortBy: 'userName' }),
      'includes + Array.sort': {
        run: () => shown(rows.filter(includes(QUERY)).sort(byName)),
      },
    },
    'CSV export': {
      koodrive: { run: () => written(report.toCsv()) },
      'joined strings': { run: () => written(joined(rows)) },
    },
  };
}

/**
 * @param {any} report
 * @param {object} options
 * @returns {Viewer}
 */
const viewer = (report, options) => ({
  run() {
    const view = report.view(options);
    return { rows: view.rows(0, SCREEN), length: view.length, close: () => view.close() };
  },
  release: ({ close }) => close?.(),
});

/** @param {string} query @returns {(row: Row) => boolean} */
const includes = (query) => {
  const wanted = query.toLowerCase();
  return ({ userName, desc }) =>
    userName.toLowerCase().includes(wanted) || desc.toLowerCase().includes(wanted);
};

/** Trades memory for time: keeps a lower-case copy of every name and reason. */
class LowerCased {
  #rows;
  #names;
  #descs;

  /** @param {readonly Row[]} rows */
  constructor(rows) {
    this.#rows = rows;
    this.#names = rows.map(({ userName }) => userName.toLowerCase());
    this.#descs = rows.map(({ desc }) => desc.toLowerCase());
  }

  /** @param {string} query */
  search(query) {
    const wanted = query.toLowerCase();
    return this.#rows.filter(
      (_, place) => this.#names[place].includes(wanted) || this.#descs[place].includes(wanted),
    );
  }
}

/** @param {readonly Row[]} rows @param {(row: Row) => boolean} isWanted @returns {Viewer} */
const filter = (rows, isWanted) => ({ run: () => shown(rows.filter(isWanted)) });

/** @param {readonly Row[]} rows @param {(a: Row, b: Row) => number} order @returns {Viewer} */
const sort = (rows, order) => ({ run: () => shown([...rows].sort(order)) });

/** @param {readonly Row[]} rows */
const shown = (rows) => ({ rows: rows.slice(0, SCREEN), length: rows.length });

/**
 * A string that was added up from pieces is copied when its characters are needed side by side, as here; reading one character
 * does not do it in Firefox.
 * @param {string} text that is no number
 */
const written = (text) => ({ length: text.length + (Number(text) >> 16), text });

/** @param {readonly Row[]} rows */
const joined = (rows) =>
  EXPORT_HEAD + rows.map(({ userName, desc }) => `${quoted(userName)},${quoted(desc)}\r\n`).join('');

/** @param {string} text */
const quoted = (text) => `"${BEGINS_FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;

/**
 * Checks that all contenders return the same, as one that did less would win.
 * @param {string} job
 * @param {readonly Viewer[]} contenders
 */
async function assertSame(job, contenders) {
  const shows = [];
  for (const { run: make, release } of contenders) {
    const made = /** @type {any} */ (await make());
    const rows = made.rows?.map((/** @type {Row} */ { userName, desc }) => [userName, desc]);
    shows.push({ length: made.length, rows: JSON.stringify(rows), text: made.text });
    release?.(made);
  }
  for (const [at, { length, rows, text }] of shows.entries()) {
    const [first] = shows;
    if (length !== first.length || rows !== first.rows || text !== first.text)
      throw new Error(`${job}: contender ${at} does not show what the first one shows`);
  }
}
