/** Longest text of a cell, in UTF-16 units and without escapes (Excel specifications and limits). */
export const MAX_CELL = 32_767;

/**
 * A text as a workbook writes it, and whether it had to be cut. In cells, a line feed ends a line. XML has no place for most control characters and for lone surrogates: workbooks write
 * them as `_xHHHH_` (ECMA-376, ST_Xstring), and therefore also escape a text that looks like that already.
 * @param {string} text
 * @returns {{ value: string, isCut: boolean }}
 */
export function cellText(text) {
  const lines = text.replace(/\r\n?/g, '\n');
  const isCut = lines.length > MAX_CELL;
  return { value: escaped(isCut ? `${startOf(lines)}…` : lines), isCut };
}

/** As much of a text as leaves place for one more character, without half a pair of surrogates. @param {string} text */
const startOf = (text) => text.slice(0, MAX_CELL - 1).replace(/[\ud800-\udbff]$/, '');

/** @param {string} text */
function escaped(text) {
  return (
    text
      .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex -- matches control characters on purpose
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, escapeCharacter)
      // write-excel-file looks texts up in a plain object, which inherits members such as `constructor` from its prototype.
      .replace(/^./, (first) => (text in Object.prototype ? escapeCharacter(first) : first))
  );
}

/** @param {string} character one UTF-16 unit */
function escapeCharacter(character) {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
