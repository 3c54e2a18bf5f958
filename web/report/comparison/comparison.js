import { latePart } from '../../loading/late-part.js';
import { LatePanel } from '../file-panel/late-panel.js';

/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */

/**
 * What the comparison needs from the element.
 * @typedef {object} Needs
 * @property {import('lit').LitElement} host
 * @property {import('../state/announcer.js').Announcer} announcer
 * @property {import('../state/report-explorer.js').ReportExplorer} explorer
 * @property {() => Promise<import('../../client/koodrive-client.js').KooDriveClient>} getClient opens saved reports
 * @property {() => ImportReport | undefined} shownBefore the report of another task or file that was shown before this one
 */

const loadPanel = latePart(() => import('./panel.js'));

/** *Compare with an earlier report*. @param {Needs} needs */
export const comparisonPanel = (needs) =>
  new LatePanel(needs.host, needs.announcer, async () => {
    const { ComparisonPanel } = await loadPanel();
    return () => new ComparisonPanel(needs);
  });
