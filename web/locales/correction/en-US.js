/** Texts of the panel that finds the failures in the import file; an object holds the forms of `Intl.PluralRules` for `{count}`. */
export const correction = {
  intro:
    'Choose the file that was imported: the rows that failed are taken from it, in your own columns. It does not leave this computer.',
  choose: 'Choose the import file',
  'choose.other': 'Choose another file',
  drop: 'A .csv file. It can be dropped here, too.',
  reading: 'Reading the file …',
  remove: 'Put the file away',

  found: {
    one: '{matched} of {count} failure found in {file}, by the column {column}.',
    other: '{matched} of {count} failures found in {file}, by the column {column}.',
  },
  nothing:
    'None of the failures was found in {file}, so there is no file to save. It may be the file of another import: choose another file, or another column or encoding.',
  'nothing.column':
    'None of the failures was found in {file} by the column {column}, so there is no file to save. Choose another column or file.',
  nameless:
    'No failure of this report has a user name, so none can be found in {file}. The exports hold what KooDrive says about them.',
  'header-only':
    '{file} has a header and no rows, so no failure was found in it. Choose the file with the rows that were imported.',
  fault: 'The file cannot be used',
  'fault.next': 'The report is unchanged. Choose the file again after correcting it, or choose another one.',

  encoding: 'Encoding',
  delimiter: 'Delimiter',
  column: 'Column of names',
  automatic: 'Found by itself',
  'delimiter.comma': 'Comma',
  'delimiter.semicolon': 'Semicolon',
  'delimiter.tab': 'Tab',
  'column.none': 'None fits',
  'column.unnamed': 'Column {number}',

  unmatched: { one: '{count} not found', other: '{count} not found' },
  'several-rows': { one: '{count} name in several rows', other: '{count} names in several rows' },
  'several-failures': {
    one: '{count} name of more failures than rows',
    other: '{count} names of more failures than rows',
  },
  folded: {
    one: '{count} found with other blanks, case or width',
    other: '{count} found with other blanks, case or width',
  },
  'without-domain': { one: '{count} found but for the @domain', other: '{count} found but for the @domain' },
  places: 'No. {numbers}',
  lines: { one: 'line {lines}', other: 'lines {lines}' },
  'and-more': '{listed} and {rest} more',
  more: { one: 'Show {count} more', other: 'Show {count} more' },

  question: {
    one: '{count} row is not clear: its name fits more or fewer failures than rows. Take it?',
    other: '{count} rows are not clear: their names fit more or fewer failures than rows. Take them?',
  },
  'leave-out': 'Leave them out',
  'leave-out.hint': 'Some who failed are then missing in the retry file. The lists say which lines they are.',
  all: 'All of them',
  'all.hint': 'Nobody who failed is missing, but some may be imported again who are in already.',

  retry: { one: 'Retry file, {count} row', other: 'Retry file, {count} rows' },
  'retry.hint':
    'The header and the failed rows, byte for byte as they stood: nothing is escaped. Correct and upload it; do not open files you do not trust in a spreadsheet.',
  'retry.none':
    'None of the failures chosen has a row of its own in the file, so there is no retry file. Choose all failures or what is not clear.',
  review: 'Review file, CSV for spreadsheets',
  'review.hint':
    'For people: line, reason and your columns; those not found as well. A text that could start a formula gets a leading apostrophe, so do not upload it.',
  workbook: 'Review file, Excel workbook',
  'workbook.hint': 'The same for people, with every text as it is, also names such as 000123.',
  line: 'Line',
  'line.none': 'not found in the file',
};
