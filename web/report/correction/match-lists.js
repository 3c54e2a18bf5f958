import { html, nothing } from 'lit';
import { optionalValue } from '../texts/optional-value.js';
import { listedNumbers } from './listed-numbers.js';

/** @typedef {import('./file-match.js').Entry} Entry */
/** @typedef {import('./panel-view.js').Drawing} Drawing */
/** @typedef {import('./panel.js').Say} Say */

/** How many numbers of rows or failures are listed for one name. */
const MOST_NUMBERS = 20;

/**
 * @param {Drawing} drawing
 * @param {readonly number[]} numbers
 */
const listed = ({ texts, say }, numbers) => listedNumbers(texts, say, numbers, MOST_NUMBERS);

/**
 * A name with its places in the report and in the file.
 * @param {Drawing} drawing
 * @param {Entry} entry
 */
function entryView(drawing, { positions, lines }) {
  const { texts, say, explorer } = drawing;
  const { userName } = explorer.report.failInfoList.at(positions[0]) ?? {};
  const numbers = listed(
    drawing,
    positions.map((position) => position + 1),
  );
  const places = [
    say('places', { numbers }),
    ...(lines.length ? [say('lines', { count: lines.length, lines: listed(drawing, lines) })] : []),
  ];
  return html`<li>${optionalValue(texts, userName)} <span class="places">${places.join(' · ')}</span></li>`;
}

/**
 * What a reader has to look at: failures that were not found, names that are not clear, and those found by a likeness.
 * @param {Drawing} drawing
 * @param {import('./file-match.js').FileMatch} matched
 */
export function matchLists(drawing, { lists }) {
  const { say, panel } = drawing;
  return Object.entries(lists).map(([key, entries]) => {
    if (entries.length === 0) return nothing;
    const limit = panel.listed(key);
    const rest = entries.length - limit;
    return html`<details class="match-list">
      <summary>${say(/** @type {keyof typeof lists} */ (key), { count: entries.length })}</summary>
      <ul>
        ${entries.slice(0, limit).map((entry) => entryView(drawing, entry))}
      </ul>
      ${
        rest > 0
          ? html`<button class="link" type="button" @click=${() => panel.showMore(key)}>
              ${say('more', { count: rest })}
            </button>`
          : nothing
      }
    </details>`;
  });
}
