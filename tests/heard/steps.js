import { TOKEN } from '../browser/support/witness.js';
import { MIXED_TASK, USER_ID, inside } from '../browser/support/report-page.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {(page: Page) => Promise<unknown>} [act] done before the keys
 * @property {readonly string[]} [keys] as xdotool names them; each is pressed when Orca is silent
 * @property {RegExp} [until] what has to be heard after the last of them
 */

/** @param {string} selector @returns {Step['act']} */
const focus = (selector) => (page) => page.focus(selector);

/** @param {string} taskId @returns {Step['act']} */
const fill = (taskId) => (page) =>
  page.evaluate(
    (values) => {
      for (const [id, value] of Object.entries(values)) {
        const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    { 'task-id': taskId, 'user-id': USER_ID, 'access-token': TOKEN },
  );

/** @type {readonly Step[]} */
export const MAIN_PATH = [
  { title: 'The first field', act: focus('#task-id'), until: /Task ID/ },
  { title: 'The next field', keys: ['Tab'], until: /User ID/ },
  { title: 'The last field', keys: ['Tab'], until: /Access token/ },
  { title: 'Show the report', act: fill(MIXED_TASK), keys: ['Return'], until: /1,750 of 2,000 users/ },
  { title: 'Go to the report', act: focus(inside('.sort')), until: /column header/ },
  { title: 'Down, cell by cell', keys: ['alt+shift+Down', 'alt+shift+Down'] },
  { title: 'Right, cell by cell', keys: ['alt+shift+Right', 'alt+shift+Right'], until: /Row 3, column 4/ },
];

/** @type {readonly Step[]} */
export const OTHERS = [
  { title: 'A reason', act: focus(inside('.reason')), keys: ['Tab', 'shift+Tab'], until: /toggle button/ },
  { title: 'The reason pressed', keys: ['space'], until: /^62 of 250 rows$/m },
  { title: 'The reason released', keys: ['space'], until: /^250 of 250 rows$/m },
  { title: 'The export menu', act: focus(inside('.menu summary')), until: /Export/ },
  { title: 'The export menu opened', keys: ['Return'], until: /expanded/ },
  { title: 'Its entries', keys: ['Tab', 'Tab'], until: /Excel/ },
  { title: 'The export menu left', keys: ['Escape'], until: /Export/ },
  { title: 'A row', act: focus(inside('tbody input')), until: /Select row/ },
  { title: 'The row selected', keys: ['space'], until: /^1 row selected$/m },
  { title: 'All rows selected', keys: ['ctrl+a'], until: /^250 rows selected$/m },
  {
    title: 'Sorting by user name',
    act: focus(inside('.userName .sort')),
    keys: ['space'],
    until: /^Sorted by/m,
  },
  { title: 'Search', act: focus(inside('.search')), keys: ['w', 'e', 'i'], until: /of 250 rows/ },
  {
    title: 'The search emptied',
    keys: ['BackSpace', 'BackSpace', 'BackSpace'],
    until: /^250 of 250 rows$/m,
  },
  { title: 'The pages', act: focus(inside('.segment:last-child')), until: /Pages/ },
  { title: 'The pages chosen', keys: ['space'], until: /Page 1 of 3/ },
  {
    title: 'The next page',
    act: focus(inside('.pager button[aria-label="Next page"]')),
    keys: ['space'],
    until: /Page 2 of 3/,
  },
  {
    title: 'An error of the server',
    act: async (page) => {
      await fill('fault-500-always')?.(page);
      await page.focus('#access-token');
    },
    keys: ['Return'],
    until: /The server reports a problem/,
  },
  { title: 'Its retry button', act: focus(inside('.error .button')), until: /Try again/ },
];
