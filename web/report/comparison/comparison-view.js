import { html, nothing } from 'lit';
import { fileFault } from '../file-panel/file-fault.js';
import { dropListeners, filePicker } from '../file-panel/file-picker.js';
import { panelList } from '../file-panel/panel-list.js';
import { optionalValue, reasonText } from '../texts/optional-value.js';
import { CHANGES, comparedWith, countOf } from './result-text.js';

/**
 * @typedef {object} Drawing
 * @property {import('../texts/texts.js').Texts} texts
 * @property {import('./panel.js').Say} say
 * @property {import('./panel.js').ComparisonPanel} panel
 * @property {import('../state/report-explorer.js').ReportExplorer} explorer
 */

/** @param {Drawing} drawing */
function picker({ texts, say, panel }) {
  const { shownBefore, compared } = panel;
  return html`<div class="pick">
    ${
      shownBefore && !compared
        ? html`<button class="button" type="button" @click=${() => panel.compareWith(shownBefore)}>
            ${say('shown-before')}
          </button>`
        : nothing
    }
    ${filePicker({
      label: say(compared ? 'choose.other' : 'choose'),
      accept: '.json,application/json',
      describedBy: 'comparison-drop',
      onFile: (file) => panel.open(file),
    })}
    <span id="comparison-drop" class="hint">${say('drop')}</span>
    ${
      compared
        ? html`<button class="link" type="button" @click=${() => panel.reset()}>${say('end')}</button>`
        : nothing
    }
    ${
      shownBefore && !compared
        ? html`<p class="hint">
            ${say('shown-before.hint')} <bdi>${comparedWith(texts, say, shownBefore)}</bdi>
          </p>`
        : nothing
    }
  </div>`;
}

/**
 * How many failures each has become of, as buttons that filter the table.
 * @param {Drawing} drawing
 * @param {import('./panel.js').Compared} compared
 */
function counts({ texts, say, explorer: { filter, rows } }, { comparison }) {
  const entries = CHANGES.map((change) => ({ change, count: countOf(comparison, change) })).filter(
    ({ change, count }) => count > 0 || change !== 'unclear',
  );
  return html`<ul class="changes">
    ${entries.map(({ change, count }) => {
      const hint = change === 'unclear' ? html` <span class="hint">${say('unclear.hint')}</span>` : nothing;
      const label = html`<span>${say(change)}${hint}</span> <strong>${texts.number(count)}</strong>`;
      return html`<li>
        ${
          count === 0
            ? html`<span class="change-count">${label}</span>`
            : html`<button
                class="change-count"
                type="button"
                aria-pressed=${rows.change === change ? 'true' : 'false'}
                @click=${() => filter.chooseChange(change)}
              >
                ${label}
              </button>`
        }
      </li>`;
    })}
  </ul>`;
}

/**
 * Those of before that are no longer listed, with their reasons of then.
 * @param {Drawing} drawing
 * @param {import('./panel.js').Compared} compared
 */
function gone({ texts, say, panel }, { earlier, comparison }) {
  return panelList({
    name: 'gone',
    lengths: panel.lengths,
    summary: say('gone', { count: comparison.noLongerFailing.length }),
    entries: comparison.noLongerFailing,
    remark: html`<p class="hint">${say('gone.hint')}</p>`,
    show: (position) => {
      const { userName, desc } = earlier.failInfoList.at(position) ?? {};
      return html`<li>
        ${optionalValue(texts, userName)} <span class="places">${reasonText(texts, desc)}</span>
      </li>`;
    },
    more: (count) => say('more', { count }),
  });
}

/**
 * @param {Drawing} drawing
 * @param {import('./panel.js').Compared} compared
 */
function result(drawing, compared) {
  const { texts, say } = drawing;
  const { earlier, fileName } = compared;
  return html`<p>
      ${comparedWith(texts, say, earlier)}
      ${fileName === undefined ? nothing : html`<bdi class="quoted">${fileName}</bdi>`}
    </p>
    ${counts(drawing, compared)} ${gone(drawing, compared)}`;
}

/**
 * Where the earlier report is chosen, and what has changed since.
 * @param {Drawing} drawing
 */
export function comparisonView(drawing) {
  const { texts, say, panel } = drawing;
  const { compared, error, isReading, isDropping } = panel;
  const onDrag = dropListeners(
    (isOver) => panel.setDropping(isOver),
    (file) => panel.open(file),
  );
  return html`<section
    class="file-panel comparison ${isDropping ? 'dropping' : ''}"
    part="comparison"
    aria-labelledby="comparison-title"
    aria-busy=${isReading ? 'true' : 'false'}
    @dragover=${onDrag.over}
    @dragleave=${onDrag.leave}
    @drop=${onDrag.drop}
  >
    <h3 id="comparison-title">${texts.say('comparison')}</h3>
    ${compared ? nothing : html`<p>${say('intro')}</p>`} ${picker(drawing)}
    ${isReading ? html`<p>${say('reading')}</p>` : nothing}
    ${fileFault({
      error,
      locale: texts.locale,
      id: 'comparison-fault-title',
      title: say('fault'),
      next: say('fault.next'),
    })}
    ${compared ? result(drawing, compared) : nothing}
  </section>`;
}
