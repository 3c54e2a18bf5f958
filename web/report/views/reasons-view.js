import { html, nothing, svg } from 'lit';
import { icons } from '../controls/icons.js';
import { oddText } from '../oddities/odd-text.js';
import { reasonText } from '../texts/optional-value.js';
import { keyOf, partsOf } from '../state/reason-groups.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../state/reason-groups.js').ReasonGroup} ReasonGroup */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */

/** Most reasons in a printed report. */
const PRINTED_REASONS = 200;

/** @param {number} share 0 to 1 */
const bar = (share) =>
  html`<svg class="bar" aria-hidden="true" width="100%" height="4">
    ${svg`<rect class="bar-ground" width="100%" height="4" rx="2" /><rect class="bar-share" width="${100 * share}%" height="4" rx="2" />`}
  </svg>`;

/**
 * A button that filters the table by a reason or a pattern.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {ReasonGroup} group
 */
function reasonButton(texts, explorer, group) {
  const share = group.count / explorer.report.failInfoList.length;
  const isChosen = keyOf(group) === explorer.filter.state.reason;
  return html`<button
    class="reason ${isChosen ? 'chosen' : ''}"
    part="reason"
    type="button"
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => explorer.filter.chooseReason(group)}
  >
    <span class="reason-text"
      >${isChosen ? icons.check : nothing}
      <span class="reason-words"
        >${reasonText(texts, group.text, (text) => oddText(texts, explorer.marked, text, 'desc'))}</span
      ></span
    >
    <span class="reason-count" role="img" aria-label=${texts.say('reason.rows', { count: group.count })}
      >${texts.number(group.count)}</span
    >
    <span class="reason-share">${texts.percent(share)}</span>
    ${bar(share)}
  </button>`;
}

/**
 * The exact texts of a pattern, shown by a button.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 * @param {ReasonGroup} group
 */
function patternParts(texts, explorer, group) {
  const key = keyOf(group);
  const isOpen = explorer.disclosure.isPatternOpen(key);
  const parts = isOpen ? partsOf(explorer.report, group).slice(0, explorer.disclosure.reasonsShown * 10) : [];
  return html`<button
      class="link parts"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => explorer.disclosure.togglePattern(key)}
    >
      ${texts.say(isOpen ? 'pattern.close' : 'pattern.open', { count: group.reasons.length })}
    </button>
    ${
      isOpen
        ? html`<ul>
            ${parts.map((part) => html`<li>${reasonButton(texts, explorer, part)}</li>`)}
            ${parts.length < group.reasons.length ? html`<li>${moreReasons(texts, explorer)}</li>` : nothing}
          </ul>`
        : nothing
    }`;
}

/**
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
const moreReasons = (texts, explorer) =>
  html`<button class="link" type="button" @click=${() => explorer.disclosure.showMoreReasons()}>
    ${texts.say('reasons.more')}
  </button>`;

/**
 * The section with the ranking of reasons, the most frequent first.
 * @param {Texts} texts
 * @param {ReportExplorer} explorer
 */
export function reasonsView(texts, explorer) {
  const { groups, printing, disclosure } = explorer;
  const shown = groups.slice(0, printing.isPrinting ? PRINTED_REASONS : disclosure.reasonsShown);
  const rest = groups.length - shown.length;
  return html`<section class="reasons" part="reasons" aria-labelledby="reasons-title">
    <h3 id="reasons-title" class="section-title">${texts.say('reasons')}</h3>
    <p class="hint">${texts.say('reasons.hint')}</p>
    <ol>
      ${shown.map(
        (group) =>
          html`<li>
            ${reasonButton(texts, explorer, group)}
            ${group.isPattern ? patternParts(texts, explorer, group) : nothing}
          </li>`,
      )}
    </ol>
    ${
      rest > 0
        ? html`<p class="reasons-rest">
            ${texts.say('reasons.rest', { count: rest })} ${moreReasons(texts, explorer)}
          </p>`
        : nothing
    }
  </section>`;
}
