/** Texts of the panel that compares two reports; an object holds the forms of `Intl.PluralRules` for `{count}`. */
export const comparison = {
  intro:
    'See what has changed since an earlier import: choose the report that was saved then. It does not leave this computer.',
  choose: 'Choose a saved report',
  'choose.other': 'Choose another report',
  drop: 'A .json file, saved here or as KooDrive answered it. It can be dropped here, too.',
  'shown-before': 'Compare with the report shown before',
  'shown-before.hint': 'Shown before:',
  reading: 'Reading the file …',
  end: 'End the comparison',
  fault: 'The file cannot be compared',
  'fault.next': 'The report is unchanged. Choose a report that was saved as JSON.',

  'with.task': 'Task {task}, {time}',
  'with.time': 'Report of {time}',

  change: 'Change',
  new: 'New',
  'same-reason': 'Still failing, same reason',
  'other-reason': 'Still failing, another reason',
  unclear: 'Unclear',
  'unclear.hint': 'No name, or one that several failures have.',
  before: 'Before:',
  'earlier-name': 'Name before:',
  release: 'Stop filtering by what has changed',

  gone: { one: 'No longer failing: {count}', other: 'No longer failing: {count}' },
  'gone.hint': 'They are not listed any more. They may not have been in the second file.',
  more: { one: 'Show {count} more', other: 'Show {count} more' },
};
