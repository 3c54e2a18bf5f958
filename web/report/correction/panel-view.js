import { html, nothing } from 'lit';
import { messageIn } from '../../client/koodrive-client.js';
import { scopeChoice } from '../controls/export-menu.js';
import { icons } from '../controls/icons.js';
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

/** @param {DragEvent} event */
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;

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
  const onChange = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    // Choosing the same file again would fire no change event otherwise.
    input.value = '';
    if (file) void panel.open(explorer.report, file);
  };
  return html`<div class="pick">
    <label class="button file-button">
      <input
        class="visually-hidden"
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-describedby="correction-drop"
        @change=${onChange}
      />
      ${say(panel.source ? 'choose.other' : 'choose')}
    </label>
    <span id="correction-drop" class="hint">${say('drop')}</span>
    ${
      panel.source
        ? html`<button class="link" type="button" @click=${() => panel.reset()}>${say('remove')}</button>`
        : nothing
    }
  </div>`;
}

/** @param {Drawing} drawing */
function fault({ texts, say, panel: { error } }) {
  if (!error) return nothing;
  return html`<div class="correction-fault" role="group" aria-labelledby="correction-fault-title">
    ${icons.stop}
    <div>
      <h5 id="correction-fault-title">${say('fault')}</h5>
      <p>${messageIn(error, texts.locale)}</p>
      <p class="hint">${say('fault.next')}</p>
    </div>
  </div>`;
}

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
  const onOver = (/** @type {DragEvent} */ event) => {
    if (!holdsFiles(event)) return;
    // Tells the browser, and the page around, that files can be dropped here.
    event.preventDefault();
    if (!panel.isDropping) panel.choose({ isDropping: true });
  };
  const onLeave = (/** @type {DragEvent} */ event) => {
    const section = /** @type {Element} */ (event.currentTarget);
    if (!section.contains(/** @type {Node | null} */ (event.relatedTarget)))
      panel.choose({ isDropping: false });
  };
  const onDrop = (/** @type {DragEvent} */ event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // A page that opens what is dropped as a saved answer must not take this file, too.
    event.stopPropagation();
    panel.choose({ isDropping: false });
    const file = event.dataTransfer?.files[0];
    if (file) void panel.open(explorer.report, file);
  };
  return html`<section
    class="correction ${panel.isDropping ? 'dropping' : ''}"
    part="correction"
    aria-labelledby="correction-title"
    aria-busy=${panel.isReading ? 'true' : 'false'}
    @dragover=${onOver}
    @dragleave=${onLeave}
    @drop=${onDrop}
  >
    <h4 id="correction-title">${texts.say('correction')}</h4>
    ${panel.source ? nothing : html`<p>${say('intro')}</p>`} ${picker(drawing)} ${result(drawing)}
  </section>`;
}
