/** Longest text of a cell (Excel specifications and limits). */
const MAX_CELL = 32_767;

/**
 * A text as a workbook writes it. XML has no place for most control characters and for lone surrogates: workbooks write
 * them as `_xHHHH_` (ECMA-376, ST_Xstring), and therefore also escape a text that looks like that already.
 * @param {string} text
 */
export function cellText(text) {
  const escaped = text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- matches control characters on purpose
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\r\ufffe\uffff]|\p{Surrogate}/gu, escapeCharacter)
    // write-excel-file looks texts up in a plain object, which inherits members such as `constructor` from its prototype.
    .replace(/^./, (first) => (text in Object.prototype ? escapeCharacter(first) : first));
  return escaped.length <= MAX_CELL ? escaped : `${escaped.slice(0, MAX_CELL - 1)}…`;
}

/** @param {string} character one UTF-16 unit */
function escapeCharacter(character) {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
