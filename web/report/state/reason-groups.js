/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../../client/koodrive-client.js').ViewOptions} ViewOptions */

/**
 * A line in the ranking of reasons: one reason, or several that differ in quoted or numeric parts only.
 * @typedef {object} ReasonGroup
 * @property {string | undefined} text undefined: no reason given
 * @property {number} count rows
 * @property {readonly number[]} reasons places in `report.reasons`
 * @property {boolean} isPattern
 */

/**
 * Reasons ranked by count, those of one pattern together.
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
 * The exact texts behind a pattern.
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
 * Names a group in an address without its text, which may hold the name of a user.
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
 * What a view has to be asked for to hold a group's rows only.
 * @param {ReasonGroup | undefined} group
 * @returns {ViewOptions}
 */
export function filterOf(group) {
  if (!group) return {};
  return group.isPattern ? { reasons: group.reasons } : { reason: group.text ?? null };
}
