import { html, nothing } from 'lit';
import { icons } from '../controls/icons.js';
import { scopeChoice } from '../export/exports.js';
import { fileFault } from '../file-panel/file-fault.js';
import { dropListeners, filePicker } from '../file-panel/file-picker.js';
import { fileChoices } from './file-choices.js';
import { matchLists } from './match-lists.js';
import { foundText } from './result-text.js';
import { reviewWorkbook } from './review-workbook.js';

/** @typedef {import('../../client/koodrive-client.js').ReportView} ReportView */
/** @typedef {import('../state/report-explorer.js').ReportExplorer} ReportExplorer */
/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('./file-match.js').FileMatch} FileMatch */
/** @typedef {import('./panel.js').CorrectionPanel} CorrectionPanel */
/** @typedef {import('./panel.js').Say} Say */

/**
 * What the parts of the panel are drawn from.
 * @typedef {object} Drawing
 * @property {Texts} texts
 * @property {Say} say
 * @property {CorrectionPanel} panel
 * @property {ReportExplorer} explorer
 */

/** Stand for the texts of a file while a sentence is put together; no text in Unicode has them. */
const MARKS = ['\uE000', '\uE001'];

/**
 * What was found, with the texts of the file apart from the direction of the sentence.
 * @param {Say} say
 * @param {FileMatch} matched
 */
function foundSentence(say, matched) {
  /** @type {string[]} */
  const quoted = [];
  const sentence = foundText(say, matched, (text) => MARKS[quoted.push(text) - 1]);
  return sentence
    .split(/([\uE000\uE001])/)
    .map((part) =>
      MARKS.includes(part) ? html`<bdi class="quoted">${quoted[MARKS.indexOf(part)]}</bdi>` : part,
    );
}

/** @param {Drawing} drawing */
function picker({ say, panel, explorer }) {
  return html`<div class="pick">
    ${filePicker({
      label: say(panel.source ? 'choose.other' : 'choose'),
      accept: '.csv,.txt,.tsv,text/csv',
      describedBy: 'correction-drop',
      onFile: (file) => panel.open(explorer.report, file),
    })}
    <span id="correction-drop" class="hint">${say('drop')}</span>
    ${
      panel.source
        ? html`<button class="link" type="button" @click=${() => panel.reset()}>${say('remove')}</button>`
        : nothing
    }
  </div>`;
}

/** @param {Drawing} drawing */
const fault = ({ texts, say, panel: { error } }) =>
  fileFault({
    error,
    locale: texts.locale,
    id: 'correction-fault-title',
    title: say('fault'),
    next: say('fault.next'),
  });

/**
 * The question whether rows are taken of which it is not clear whose they are.
 * @param {Drawing} drawing
 * @param {FileMatch} matched
 */
function question({ say, panel }, { unclearRows }) {
  if (unclearRows === 0) return nothing;
  const choice = (/** @type {'leave-out' | 'all'} */ value) =>
    html`<label class="choice">
      <input
        type="radio"
        name="correction-ambiguous"
        .checked=${panel.ambiguous === value}
        @change=${() => panel.choose({ ambiguous: value })}
      />
      <span>${say(value)} <span class="hint">${say(`${value}.hint`)}</span></span>
    </label>`;
  return html`<fieldset>
    <legend>${say('question', { count: unclearRows })}</legend>
    ${choice('leave-out')} ${choice('all')}
  </fieldset>`;
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {() => void} onClick
 */
const fileButton = (label, hint, onClick) =>
  html`<button class="menu-item" type="button" @click=${onClick}>
    <strong>${icons.download} ${label}</strong><span>${hint}</span>
  </button>`;

/**
 * @param {Drawing} drawing
 * @param {FileMatch} matched
 */
function files({ texts, say, panel, explorer }, matched) {
  const { match } = matched;
  const { rows } = explorer;
  const { ambiguous } = panel;
  const viewNow = () =>
    explorer.rows.isFiltered && panel.scope === 'shown' ? explorer.rows.view : undefined;
  const view = viewNow();
  const count = match.retryRowCount({ view, ambiguous });
  const saved = (/** @type {File} */ file) => ({ name: file.name, blob: file });
  const labels = { lineLabel: say('line'), reasonLabel: texts.say('column.desc') };
  const scope = rows.isFiltered
    ? scopeChoice(texts, {
        name: 'correction-scope',
        chosen: panel.scope,
        counts: { all: matched.count, shown: rows.count },
        onChoose: (chosen) => panel.choose({ scope: chosen }),
      })
    : nothing;
  return html`${question({ texts, say, panel, explorer }, matched)} ${scope}
    <div class="correction-files">
      ${
        count === 0
          ? html`<p>${say('retry.none')}</p>`
          : fileButton(say('retry', { count }), say('retry.hint'), () =>
              panel.save(async () => saved(match.toRetryFile({ view, ambiguous }))),
            )
      }
      ${fileButton(say('review'), say('review.hint'), () =>
        panel.save(async () => saved(match.toReviewFile({ view, ...labels }))),
      )}
      ${fileButton(say('workbook'), say('workbook.hint'), () =>
        panel.save(() => reviewWorkbook({ match, view: viewNow, labels, texts })),
      )}
    </div>`;
}

/** @param {Drawing} drawing */
function result(drawing) {
  const { say, panel } = drawing;
  const { matched } = panel;
  if (panel.isReading) return html`<p>${say('reading')}</p>`;
  if (!panel.source) return nothing;
  return html`${fault(drawing)}
  ${matched ? html`<p class="found">${foundSentence(say, matched)}</p>` : nothing} ${fileChoices(drawing)}
  ${matched?.hasFound ? html`${matchLists(drawing, matched)} ${files(drawing, matched)}` : nothing}`;
}

/**
 * Where the import file is chosen, and what was found in it.
 * @param {Drawing} drawing
 */
export function panelView(drawing) {
  const { texts, say, panel, explorer } = drawing;
  const onDrag = dropListeners(
    (isDropping) => isDropping !== panel.isDropping && panel.choose({ isDropping }),
    (file) => panel.open(explorer.report, file),
  );
  return html`<section
    class="file-panel correction ${panel.isDropping ? 'dropping' : ''}"
    part="correction"
    aria-labelledby="correction-title"
    aria-busy=${panel.isReading ? 'true' : 'false'}
    @dragover=${onDrag.over}
    @dragleave=${onDrag.leave}
    @drop=${onDrag.drop}
  >
    <h4 id="correction-title">${texts.say('correction')}</h4>
    ${panel.source ? nothing : html`<p>${say('intro')}</p>`} ${picker(drawing)} ${result(drawing)}
  </section>`;
}
