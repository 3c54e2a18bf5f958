/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ViewOptions} ViewOptions */

/**
 * An entry in the ranking of reasons: one reason, or a pattern of several that differ only in names, addresses, quoted
 * or numeric parts.
 * @typedef {object} ReasonGroup
 * @property {string | undefined} text undefined for rows without a reason
 * @property {number} count number of rows
 * @property {readonly number[]} reasons indices into `report.reasons`
 * @property {boolean} isPattern
 */

/**
 * Ranks the reasons by count, with the reasons of a pattern as one entry.
 * @param {ImportReport} report
 * @returns {ReasonGroup[]}
 */
export function groupReasons({ reasons, reasonPatterns }) {
  const grouped = new Set(reasonPatterns.flatMap((pattern) => pattern.reasons));
  const patterns = reasonPatterns.map(({ pattern, count, reasons: parts }) => ({
    text: pattern,
    count,
    reasons: parts,
    isPattern: true,
  }));
  const singles = reasons.flatMap(({ desc, count }, index) =>
    grouped.has(index) ? [] : [{ text: desc, count, reasons: [index], isPattern: false }],
  );
  return [...patterns, ...singles].sort((a, b) => b.count - a.count);
}

/**
 * The reasons of a pattern, each as an entry of its own.
 * @param {ImportReport} report
 * @param {ReasonGroup} group
 * @returns {ReasonGroup[]}
 */
export function partsOf(report, group) {
  return group.reasons.map((index) => {
    const { desc, count } = report.reasons[index];
    return { text: desc, count, reasons: [index], isPattern: false };
  });
}

/**
 * A key for a group in URLs: a hash of its text, because the text may contain a user's name.
 * @param {ReasonGroup} group
 * @returns {string}
 */
export function keyOf({ text, isPattern }) {
  if (text === undefined) return 'none';
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${isPattern ? 'p' : 'r'}${(hash >>> 0).toString(36)}`;
}

/**
 * @param {ImportReport} report
 * @param {readonly ReasonGroup[]} groups
 * @param {string | undefined} key
 * @returns {ReasonGroup | undefined}
 */
export function findGroup(report, groups, key) {
  if (!key) return undefined;
  const found = groups.find((group) => keyOf(group) === key);
  if (found || key.startsWith('p')) return found;
  return groups
    .filter((group) => group.isPattern)
    .flatMap((group) => partsOf(report, group))
    .find((part) => keyOf(part) === key);
}

/**
 * The view options that select a group's rows.
 * @param {ReasonGroup | undefined} group
 * @returns {ViewOptions}
 */
export function filterOf(group) {
  if (!group) return {};
  return group.isPattern ? { reasons: group.reasons } : { reason: group.text ?? null };
}
