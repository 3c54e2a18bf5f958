import { withoutBlanksAround } from '../../text/blanks.js';

/**
 * Which rows of a report are shown and in which order, as strings that can be put into a URL.
 * @typedef {object} ViewState
 * @property {string} [search]
 * @property {string} [noted] kind of the warning that the rows are about
 * @property {string} [change] what has become of the rows since an earlier report
 * @property {string} [reason] key of a reason or pattern, never its text
 * @property {string} [sort] a column's name; with a leading `-` for descending order
 */

/**
 * A state with the members that have a value only. Blanks around the search text are not part of it.
 * @param {ViewState} state
 * @returns {ViewState}
 */
export function normalizedView({ search: typed = '', reason, noted, change, sort }) {
  const search = withoutBlanksAround(typed);
  return {
    ...(search && { search }),
    ...(reason && { reason }),
    ...(noted && { noted }),
    ...(change && { change }),
    ...(sort && { sort }),
  };
}
