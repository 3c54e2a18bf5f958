/** One or two sentences for each way to fail, by `KooDriveError.reason`; see fill.js for `{…}` and `[…]`. */
export const errors = {
  required: '{option} is missing. Enter it and try again.',
  'not-a-url': '{option} is not a URL. Write it in full, for example https://drive.example.com.',
  'not-secure':
    '{option} must begin with https://. Plain http:// is accepted for this computer (localhost) only.',
  'url-has-credentials': '{option} must not hold a user name or password. Take the part before the @ out.',
  'url-has-query': '{option} must not hold a query. Take the ? and what follows it out.',
  'url-has-fragment': '{option} must not hold a fragment. Take the # and what follows it out.',
  'control-character':
    '{option} holds a line break or another control character. Copy the value again without it.',
  'non-ascii': '{option} holds a character that cannot be sent. Use plain letters, digits and signs only.',
  'too-long': '{option} is too long[: at most {limit} characters are allowed]. Check what was pasted.',
  'not-a-language-tag': '{option} is not a language tag. Use one such as en-US or zh-CN.',
  'out-of-range': '{option} is out of range[; the limit is {limit}]. Choose another value.',
  'insecure-context':
    '{option} can sign on a page served over https:// or from this computer only. Open the page over https://.',
  'wrong-option-type': '{option} has the wrong type[: {expected} is needed][, not {actual}].',
  offline: 'This computer is offline. Connect it to the network and try again.',
  unreachable:
    'No answer came from the server. Check the network and whether the server that hosts this page is running, then try again.',
  'unreachable-cross-origin':
    'No answer came from the server. A refused connection and an answer that the browser withholds (CORS) look the same from here: check the network, then the endpoint, then whether it allows requests from this page.',
  'unreachable-from-disk':
    'No answer came from the server. This page was opened from disk, and servers answer such a page only where they allow the origin “null” (CORS). Use the page on your web server, or save the answer and open it here.',
  silence: 'The server sent nothing for too long[ ({seconds} s)]. Check the network and try again.',
  deadline: 'The answer did not come in time[ ({seconds} s)]. Try again later, or allow more time.',
  'aborted-by-caller': 'The query was cancelled. Nothing is running any more.',
  'credentials-refused':
    'KooDrive did not accept the credentials[ (code {code})]. An access token is valid for 20 minutes: get a new one and try again.',
  'clock-refused':
    'KooDrive refused the time stamp of the request. Set the clock of this computer to the exact time and try again.',
  'check-clock': 'If it happens again, check that the clock of this computer is right.',
  'bad-request':
    'KooDrive could not use the request (HTTP {status}[, code {code}]). Check the task ID, the user ID and the token.[ KooDrive says: {serverMessage}]',
  forbidden:
    'This user is not allowed to see the task (HTTP {status}[, code {code}]). Ask an administrator for permission, or use another user ID.',
  'not-found':
    'There is nothing at this address (HTTP {status}[, code {code}]). Check the endpoint and that it forwards /koodrive/ to KooDrive.',
  throttled: 'Too many queries in a short time (HTTP {status}). [Wait {seconds} s, then try again.]',
  'server-fault':
    'KooDrive has a fault on its side (HTTP {status}[, code {code}]). Try again in some minutes.[ KooDrive says: {serverMessage}]',
  'unexpected-status':
    'The server answered with a status that KooDrive does not use (HTTP {status}[, code {code}]). Check the endpoint.',
  'refused-by-api':
    'KooDrive refused the query[ (code {code})]. Check that the task ID is right and belongs to this user.[ KooDrive says: {serverMessage}]',
  'no-result-yet':
    'There is no result for this task. It may still be running, have expired or be unknown: check the task ID, or try again in some minutes.',
  'empty-body': 'The answer is empty. Check that the endpoint is KooDrive and not another server.',
  syntax:
    'The answer is not valid JSON: line {line}, column {column} (byte {offset}). Check that the endpoint is KooDrive, or that the file is an unchanged answer.',
  'ends-early':
    'The answer ends too early: line {line}, column {column} (byte {offset}). Load it again, or save the file again in full.',
  'invalid-unicode':
    'The answer is not valid UTF-8 text: line {line}, column {column} (byte {offset}). Save the file as UTF-8, or report the trace ID to KooDrive.',
  'wrong-type': '{pointer}: expected {expected}, got {actual}. Report this to whoever runs the endpoint.',
  'not-a-count': '{pointer}: expected {expected}, got {actual}. Report this to whoever runs the endpoint.',
  'code-missing':
    'The answer has no code, so it is not an answer of KooDrive. Check the endpoint, or choose another file.',
  'response-too-large':
    'The answer is larger than the limit[ of {limit} bytes]. Raise the limit, or import smaller batches.',
  'out-of-memory':
    'The browser has no memory left for an answer of this size. Close other tabs and try again.',
  'browser-needed': 'A query needs a browser. Outside of one, only saved answers can be opened.',
  'wasm-unavailable':
    'The WebAssembly module could not be loaded from {url}. Check that the file is there and that the page may load it.',
  'credentials-failed':
    'The access token or signature could not be obtained, so nothing was sent. Sign in again, or ask whoever runs this page.',
  'not-opened': 'The file could not be read. Choose it again, or check that it is still there.',
  closed: 'This report was closed. Load it again.',

  'type.string': 'a string',
  'type.number': 'a number',
  'type.object': 'an object',
  'type.array': 'an array',
  'type.boolean': 'a boolean',
  'type.null': 'null',
  'type.function': 'a function',
  'type.integer-or-string': 'an integer or a string',
  'type.count': 'an integer from 0 to 9007199254740991',

  'option.endpoint': 'The endpoint',
  'option.taskId': 'The task ID',
  'option.userId': 'The user ID',
  'option.language': 'The language',
  'option.credentials': 'The access token',
  'option.credentials.accessToken': 'The access token',
  'option.credentials.format': 'The token format',
  'option.credentials.appId': 'The AppId',
  'option.credentials.appSecret': 'The AppSecret',
  'option.credentials.sign': 'The signer',
  'option.credentials.signedEndpoint': 'The signed endpoint',
  'option.timeoutMs': 'The longest silence (timeoutMs)',
  'option.deadlineMs': 'The longest time (deadlineMs)',
  'option.maxAttempts': 'The number of attempts (maxAttempts)',
  'option.maxResponseBytes': 'The largest answer (maxResponseBytes)',
  'option.answer': 'The saved answer',
};

/** Texts of the element; an object holds the forms of `Intl.PluralRules` for `{count}`. */
export const ui = {
  title: 'Import report',
  idle: 'No report is shown yet.',
  'idle.next': 'Give a task ID and show its report, or open a saved answer.',

  loading: 'Loading the report',
  'phase.starting': 'Getting ready …',
  'phase.connecting': 'Asking KooDrive …',
  'phase.receiving': 'Receiving the answer …',
  'phase.retrying': 'No success yet: attempt {attempt} begins in {seconds} s …',
  'phase.decoding': 'Reading the answer …',
  'received.of': '{received} of {total}',
  cancel: 'Cancel',
  retry: 'Try again',

  'error.invalid-request': 'The request cannot be sent',
  'error.network': 'KooDrive cannot be reached',
  'error.timeout': 'KooDrive takes too long',
  'error.aborted': 'Cancelled',
  'error.unauthorized': 'KooDrive does not accept the sign-in',
  'error.http': 'The server reports a problem',
  'error.api': 'KooDrive refused the query',
  'error.no-result': 'No result yet',
  'error.malformed-response': 'The answer cannot be read',
  'error.too-large': 'The answer is too large',
  'error.unknown': 'Something went wrong',
  'next.invalid-request': 'Nothing was sent. Correct the value, then show the report again.',
  'next.network': 'If it stays like this, show these details to whoever runs this page.',
  'next.timeout': 'If it stays like this, show these details to whoever runs this page.',
  'next.aborted': 'Show the report again whenever you like.',
  'next.unauthorized': 'If a new token is refused as well, check the user ID and the format of the token.',
  'next.http': 'If it stays like this, give the trace ID to KooDrive support.',
  'next.api': 'If the task ID is right, give code and trace ID to KooDrive support.',
  'next.no-result': 'Large imports take a while. Trying again does no harm.',
  'next.malformed-response': 'Nothing was shown, because a part of the answer might be missing.',
  'next.too-large': 'Everything else still works; other reports can be opened.',
  'next.unknown': 'Try again. If it stays like this, show these details to whoever runs this page.',
  details: 'Details for support',
  'detail.httpStatus': 'HTTP status',
  'detail.code': 'Code',
  'detail.traceId': 'Trace ID',
  'detail.pointer': 'Place',
  'detail.document': 'the whole answer',
  'detail.position': 'Position',
  'position.line': 'line {line}, column {column} (byte {offset})',
  'position.byte': 'byte {offset}',
  'detail.attempts': 'Attempts',
  'detail.taskId': 'Task ID',
  'detail.file': 'File',
  'detail.receivedAt': 'Received',
  'detail.openedAt': 'Opened',

  succeeded: 'Succeeded',
  failed: 'Failed',
  total: 'Total',
  successRate: 'Success rate',
  unknown: 'not given',
  'rate.unknown': 'cannot be computed',

  warnings: 'Please note',
  'warning.count-mismatch': 'KooDrive counts {failCount} failed, but lists {listed}.',
  'warning.fail-count-absent': 'The answer does not say how many failed; {listed} are listed.',
  'warning.success-count-absent': 'The answer does not say how many succeeded.',
  'warning.duplicate-member': {
    one: '{pointer} comes more than once in the answer; {count} earlier value was passed over.',
    other: '{pointer} comes more than once in the answer; {count} earlier values were passed over.',
  },
  'warning.clock-corrected':
    'The clock of this computer is off by {seconds} s. It was corrected for this query.',

  'warning.duplicate-user-names': {
    one: '{count} user name comes more than once, in {rows} rows.',
    other: '{count} user names come more than once, in {rows} rows.',
  },
  'warning.without-user-name': {
    one: '{count} failure has no user name.',
    other: '{count} failures have no user name.',
  },
  'warning.without-reason': {
    one: '{count} failure has no reason.',
    other: '{count} failures have no reason.',
  },
  'warning.nothing-imported': 'Both counts are zero: the import held no users, or the task did nothing.',

  'summary.all': { one: 'The one user was imported.', other: 'All {count} users were imported.' },
  'summary.none': { one: 'The one user was not imported.', other: 'None of the {count} users was imported.' },
  'summary.some': {
    one: '{succeeded} of {count} user was imported, {failed} failed.',
    other: '{succeeded} of {count} users were imported, {failed} failed.',
  },
  'summary.partial': {
    one: '{count} user failed; how many were imported is not given.',
    other: '{count} users failed; how many were imported is not given.',
  },
  'summary.nobody': 'Nobody was imported and nobody failed.',
  proportion: '{succeeded} succeeded, {failed} failed',

  reasons: 'Why they failed',
  'reasons.hint': 'Choose a reason to see only its rows.',
  'reasons.rest': { one: '{count} more reason.', other: '{count} more reasons.' },
  'reasons.more': 'Show more',
  'reason.absent': 'No reason given',
  'reason.release': 'Stop filtering by this reason',
  'pattern.open': { one: 'Show the {count} exact text', other: 'Show the {count} exact texts' },
  'pattern.close': { one: 'Hide the {count} exact text', other: 'Hide the {count} exact texts' },

  failures: 'Who failed',
  'failures.none.listed': 'The answer lists no failures.',
  'column.position': 'No.',
  'column.userName': 'User name',
  'column.desc': 'Reason',
  'value.absent': 'not given',
  'value.empty': 'empty',
  'value.blank': 'only blanks',
  'text.unfold': 'Show all {count} characters',
  'text.fold': 'Show less',

  search: 'Search names and reasons',
  'search.printed': 'Search:',
  'rows.shown': { one: '{shown} of {count} row', other: '{shown} of {count} rows' },
  'rows.all': 'Show all rows',
  'rows.none': 'No row holds this. Search for something else, or show all rows.',
  mode: 'How to go through the rows',
  'mode.scroll': 'Scroll',
  'mode.pages': 'Pages',
  'sorted.ascending': 'Sorted by {column}, ascending.',
  'sorted.descending': 'Sorted by {column}, descending.',
  'hint.sort':
    'Names are sorted by character code, with runs of digits as numbers: user 9 stands before user 10.',
  'hint.keys': 'On a row’s check box: arrow keys move, Shift selects on the way, Ctrl+C copies.',

  page: 'Page',
  'page.count': 'of {pages}',
  'page.of': 'Page {page} of {pages}',
  'page.rows': 'Rows {first} to {last} of {total}',
  'page.first': 'First page',
  'page.previous': 'Previous page',
  'page.next': 'Next page',
  'page.last': 'Last page',
  'page.navigation': 'Pages of the list',

  'select.all': 'Select all rows shown',
  'select.row': 'Select row {row}',
  'selection.count': { one: '{count} row selected', other: '{count} rows selected' },
  'selection.tooMany': 'At most {limit} rows can be selected. Use an export for more.',
  'selection.copy': 'Copy rows',
  'selection.copy.hint':
    'Copies names and reasons for a spreadsheet. A text that could start a formula gets a leading apostrophe. Spreadsheets may turn names such as 000123 into numbers: export a workbook for those.',
  'selection.copied': { one: '{count} row copied.', other: '{count} rows copied.' },
  'selection.clear': 'Clear selection',

  export: 'Export',
  'export.scope': 'Rows',
  'export.all': 'All {count}',
  'export.shown': 'The {count} shown',
  'export.spreadsheet': 'CSV for spreadsheets',
  'export.spreadsheet.hint':
    'A text that could start a formula gets a leading apostrophe. Spreadsheets may turn names such as 000123 into numbers: take the workbook for those.',
  'export.xlsx': 'Excel workbook',
  'export.xlsx.hint': 'Every text as it is, also names such as 000123; no text is taken for a formula.',
  'export.xlsx.limit': 'A workbook can hold at most {limit} rows here. Filter the rows, or take CSV.',
  'export.xlsx.cut': {
    one: '{count} text is longer than the {limit} characters of a cell, and ends with …. Take CSV or JSON for all of it.',
    other:
      '{count} texts are longer than the {limit} characters of a cell, and end with …. Take CSV or JSON for all of them.',
  },
  'export.csv': 'CSV, exact',
  'export.csv.hint': 'Every text as it is, for programs. Not safe to open in a spreadsheet.',
  'export.json': 'JSON',
  'export.json.hint':
    'In the form KooDrive answers in, normalised. Members this page does not know are not kept.',
  'export.print': 'Print or save as PDF',
  'export.print.hint': 'The whole report with the rows shown, without controls.',
  'export.done': 'Saved as {name}.',
  'export.failed': 'The file could not be made ({detail}). Try again, or take another format.',
  'print.limit': 'The first {limit} of {count} rows are printed. Take an export for all of them.',

  'copy.traceId': 'Copy trace ID',
  copied: 'Copied.',
  'copy.failed': 'The browser does not allow copying here. Select the text and copy it by hand.',
};

/** Texts of the page around the element. */
export const page = {
  title: 'KooDrive import report',
  language: 'Language',
  query: 'Ask KooDrive',
  taskId: 'Task ID',
  'taskId.hint': 'The number of the import task, for example 1534087020903704704.',
  userId: 'User ID',
  'userId.hint': 'Your own KooDrive user ID.',
  accessToken: 'Access token',
  'accessToken.hint': 'Valid for 20 minutes. It stays in this tab’s memory only.',
  show: 'Show report',
  'query.impossible':
    'This file cannot ask KooDrive: it was built without the URL of an endpoint. It opens saved answers. To ask, use the page on your web server.',
  saved: 'Saved answer',
  'saved.hint':
    'A .json file as KooDrive answered it; drop it anywhere here. It does not leave this computer.',
  open: 'Open a saved answer',
  demo: 'Demo tasks',
  'demo.hint': 'Made-up data: one click shows the report.',
  'config.unreachable':
    'config.json could not be loaded ({detail}). Put it beside index.html; saved answers can be opened without it.',
  'config.invalid':
    'config.json is not usable: {detail}. Correct it and reload; saved answers can be opened without it.',
  'config.not-json': 'it is not valid JSON',
  'config.not-an-object': 'it must hold one object',
  'config.not-a-string': '“{member}” must be a string',
  'config.endpoint': '“endpoint” must be an https URL, or a path on this server such as “.”',
  'config.token-format': '“tokenFormat” must be one of {formats}',
  'config.demo': '“demo” must hold userId, accessToken and tasks',
};
