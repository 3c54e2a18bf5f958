import shared from './file-panel.css?inline';
import { adoptLateStyles } from './late-styles.js';

/**
 * Gives a shadow root the styles of a panel.
 * @param {DocumentFragment | HTMLElement} root
 * @param {string} own what the panel has beside the styles of all panels
 */
export const adoptPanelStyles = (root, own) => adoptLateStyles(root, [shared, own]);
