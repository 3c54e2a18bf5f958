import { render } from 'lit';
import { LateExports } from '../export/late-exports.js';
import { LatePanel } from '../file-panel/late-panel.js';
import { Announcer } from '../state/announcer.js';
import { ReportExplorer } from '../state/report-explorer.js';
import { reportView } from '../views/report-view.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../texts/texts.js').Texts} Texts */

const ROW = Object.freeze({ position: 0, userName: 'a', desc: 'b' });

/** A report with one failure. Nobody sees it. */
const SAMPLE = /** @type {ImportReport} */ (
  /** @type {unknown} */ (
    Object.freeze({
      successCount: 1,
      failCount: 1,
      warnings: [],
      reasons: [{ desc: ROW.desc, count: 1 }],
      reasonPatterns: [],
      failInfoList: [ROW],
      traceId: 'c',
      receivedAt: new Date(0),
      odditiesIn: () => [],
      view: () => ({ length: 1, rows: () => [ROW], positions: () => Uint32Array.of(0), close() {} }),
    })
  )
);

/** Stands for the element. */
const HOST = /** @type {import('lit').LitElement} */ (
  /** @type {unknown} */ (Object.freeze({ addController() {}, requestUpdate() {} }))
);

/**
 * Renders a report that nobody sees, while the query waits for the network: Lit parses each template when it is rendered first,
 * which is half of the time of the first report's render.
 * @param {Texts} texts
 */
export function warmUp(texts) {
  const announcer = new Announcer(HOST, () => texts);
  const panel = new LatePanel(HOST, announcer, () => Promise.reject(new Error('Nobody opens it.')));
  const explorer = new ReportExplorer(HOST, announcer, () => {});
  explorer.show(SAMPLE, {});
  const view = reportView({
    texts,
    explorer,
    fileExports: new LateExports(HOST, announcer),
    correction: panel,
    comparison: panel,
    tasks: [],
    onCopy() {},
  });
  render(view, document.createDocumentFragment());
}
