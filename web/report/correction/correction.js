import { latePart } from '../../loading/late-part.js';
import { LatePanel } from '../file-panel/late-panel.js';

/** @typedef {() => Promise<import('../../client/koodrive-client.js').KooDriveClient>} GetClient */

const loadPanel = latePart(() => import('./panel.js'));

/**
 * *Correct and import again*.
 * @param {import('lit').LitElement} host
 * @param {import('../state/announcer.js').Announcer} announcer
 * @param {GetClient} getClient
 * @param {import('../state/added-columns.js').AddedColumns} added of the table
 */
export const correctionPanel = (host, announcer, getClient, added) =>
  new LatePanel(host, announcer, async () => {
    const { CorrectionPanel } = await loadPanel();
    return () => new CorrectionPanel(host, announcer, getClient, added);
  });
