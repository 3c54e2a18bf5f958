import { html, nothing } from 'lit';
import { longText } from '../texts/long-text.js';
import { optionalValue } from '../texts/optional-value.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */

/**
 * The column that says what has become of each failure since the earlier report.
 * @param {import('./panel.js').Compared} compared
 * @param {(texts: Texts) => import('./panel.js').Say} sayIn
 * @param {import('../state/disclosure.js').Disclosure} disclosure
 * @returns {import('../state/added-columns.js').AddedColumn}
 */
export function changeColumn({ earlier, comparison }, sayIn, disclosure) {
  const changeText = (/** @type {Texts} */ texts, /** @type {number} */ position) => {
    const change = comparison.changeOf(position);
    return change && sayIn(texts)(change);
  };
  const former = (/** @type {number} */ position) => {
    const place = comparison.earlierOf(position);
    return place === undefined ? undefined : earlier.failInfoList.at(place);
  };
  return {
    name: 'change',
    sheetWidth: 24,
    source: { comparison },
    heading: (texts) => sayIn(texts)('change'),
    show(texts, position) {
      const say = sayIn(texts);
      const before = former(position);
      const strength = comparison.strengthOf(position);
      const isOther = comparison.changeOf(position) === 'other-reason';
      return html`${changeText(texts, position)}
      ${before && isOther ? formerText(texts, say('before'), before.desc, position, disclosure) : nothing}
      ${
        before && strength !== 'exact'
          ? formerText(texts, say('earlier-name'), before.userName, position, disclosure)
          : nothing
      }`;
    },
    sheetValue: changeText,
    filterTexts: (texts, change) => ({ text: sayIn(texts)(change), release: sayIn(texts)('release') }),
  };
}

/**
 * A text of the earlier report.
 * @param {Texts} texts
 * @param {string} label
 * @param {string | undefined} value
 * @param {number} position
 * @param {import('../state/disclosure.js').Disclosure} disclosure
 */
const formerText = (texts, label, value, position, disclosure) =>
  html`<span class="former"
    >${label}
    ${optionalValue(texts, value, (content) =>
      longText({
        texts,
        value: content,
        content,
        isUnfolded: disclosure.isRowUnfolded(position),
        onToggle: () => disclosure.toggleRow(position),
      }),
    )}</span
  >`;
