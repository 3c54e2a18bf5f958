import { html, nothing } from 'lit';
import { columnName } from './result-text.js';

/** @typedef {import('../../client/koodrive-client.js').FileEncoding} FileEncoding */

/** The encodings by their names, which are the same in every language. @type {Readonly<Record<FileEncoding, string>>} */
const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', gb18030: 'GB18030' };

const DELIMITERS = /** @type {const} */ ({ ',': 'comma', ';': 'semicolon', '\t': 'tab' });

/**
 * @param {object} options
 * @param {string} options.label
 * @param {readonly (readonly [string, string])[]} options.choices value and text
 * @param {string} options.chosen
 * @param {(value: string) => void} options.onChoose
 */
function choice({ label, choices, chosen, onChoose }) {
  return html`<label class="file-choice">
    <span>${label}</span>
    <select
      class="input"
      @change=${(/** @type {Event} */ event) =>
        onChoose(/** @type {HTMLSelectElement} */ (event.target).value)}
    >
      ${choices.map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/**
 * Which encoding, delimiter and column were taken, each with the others to choose from.
 * @param {import('./panel-view.js').Drawing} drawing
 */
export function fileChoices({ say, panel, explorer: { report } }) {
  const { matched, options } = panel;
  const file = matched?.file;
  const encoding = file?.encoding ?? options.encoding ?? '';
  const delimiter = file?.delimiter ?? options.delimiter ?? '';
  /** @type {(readonly [string, string])[]} */
  const automatic = file ? [] : [['', say('automatic')]];
  const delimiters = Object.entries(DELIMITERS).map(
    ([value, name]) => /** @type {const} */ ([value, say(`delimiter.${name}`)]),
  );
  const isOther = delimiter !== '' && !(delimiter in DELIMITERS);
  return html`<div class="file-choices">
    ${choice({
      label: say('encoding'),
      choices: [...automatic, ...Object.entries(ENCODINGS)],
      chosen: encoding,
      onChoose: (value) =>
        panel.reopen(report, { encoding: /** @type {FileEncoding} */ (value) || undefined }),
    })}
    ${choice({
      label: say('delimiter'),
      choices: [
        ...automatic,
        ...delimiters,
        .../** @type {[string, string][]} */ (isOther ? [[delimiter, delimiter]] : []),
      ],
      chosen: delimiter,
      onChoose: (value) => panel.reopen(report, { delimiter: value || undefined }),
    })}
    ${matched ? columnChoice(say, panel, matched) : nothing}
  </div>`;
}

/**
 * @param {import('./panel.js').Say} say
 * @param {import('./panel.js').CorrectionPanel} panel
 * @param {import('./file-match.js').FileMatch} matched
 */
function columnChoice(say, panel, { file: { columns }, match: { column } }) {
  const names = columns.map((_, at) => /** @type {const} */ ([String(at), columnName(say, columns, at)]));
  return choice({
    label: say('column'),
    choices: column === undefined ? [['', say('column.none')], ...names] : names,
    chosen: column === undefined ? '' : String(column),
    onChoose: (value) => value && panel.chooseColumn(Number(value)),
  });
}
