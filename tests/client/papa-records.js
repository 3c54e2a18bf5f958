import Papa from 'papaparse';

/**
 * The records as Papa Parse reads them. It takes one kind of line end per file, so those outside quotation marks become LF; it
 * does not know lines that name a separator.
 * @param {string} text
 * @param {string} delimiter
 * @returns {string[][]}
 */
export function papaRecords(text, delimiter) {
  const plain = text.replace(/^\uFEFF?(sep=.\r\n)?/, '');
  const evenEnds = plain.replace(/("(?:[^"]|"")*")|\r\n|\r/g, (_, quoted) => quoted ?? '\n');
  const { data } = Papa.parse(evenEnds, { delimiter, newline: '\n' });
  return data.filter((record) => record.length > 1 || record[0] !== '');
}
