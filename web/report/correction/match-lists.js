import { html } from 'lit';
import { panelList } from '../file-panel/panel-list.js';
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
const listed = ({ say }, numbers) => listedNumbers(say, numbers, MOST_NUMBERS);

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
  return Object.entries(lists).map(([key, entries]) =>
    panelList({
      name: key,
      lengths: panel.lengths,
      summary: say(/** @type {keyof typeof lists} */ (key), { count: entries.length }),
      entries,
      show: (entry) => entryView(drawing, entry),
      more: (count) => say('more', { count }),
    }),
  );
}
