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
  'not-a-token':
    '{option} holds more than the token. Paste the token alone, without quotes, braces and other headers.',
  'out-of-range': '{option} is out of range[; the limit is {limit}]. Choose another value.',
  'insecure-context':
    '{option} can sign on a page served over https:// or from this computer only. Open the page over https://.',
  'wrong-option-type': '{option} has the wrong type[: {expected} is needed][, not {actual}].',
  offline: 'This computer is offline. Connect it to the network and try again.',
  unreachable:
    'No answer came from the server. Check the network and whether the server that hosts this page is running, then try again.',
  'unreachable-cross-origin':
    'No answer came from the server. KooDrive’s gateway does not admit the headers of these queries from pages of another origin (CORS): have the web server of this page forward them, and name that as the endpoint. If it is a forwarder already, check the network and whether it allows this page.',
  'unreachable-from-disk':
    'No answer came from the server. This page was opened from disk, and servers answer such a page only where they allow the origin “null” (CORS). Use the page on your web server, or save the answer and open it here.',
  silence: 'The server sent nothing for too long[ ({seconds} s)]. Check the network and try again.',
  deadline: 'The answer did not come in time[ ({seconds} s)]. Try again later, or allow more time.',
  'still-running':
    'The import is still running after [{seconds} s of ]waiting. Nothing is lost: follow it again whenever you like.',
  'still-running.unknown':
    'There is no result after [{seconds} s of ]waiting, and KooDrive does not tell how far the task is. Nothing is lost: follow it again whenever you like.',
  'aborted-by-caller': 'The query was cancelled. Nothing is running any more.',
  'credentials-refused':
    'KooDrive did not accept the credentials[ (code {code})]. An access token is valid for 20 minutes: get a new one and try again.',
  'signature-refused':
    'KooDrive did not accept the signature, because it received another request than the one that was signed: {part} is “{there}” there and “{here}” here. Check the signed endpoint and what the forwarder changes.',
  'signature-refused.app-secret':
    'KooDrive did not accept the signature, although it received the request that was signed. Check the AppSecret, and that it belongs to the AppId.',
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
    'KooDrive has a fault on its side (HTTP {status}[, code {code}]). KooDrive support can look it up by the trace ID.[ KooDrive says: {serverMessage}]',
  'unexpected-status':
    'The server answered with a status that KooDrive does not use (HTTP {status}[, code {code}]). Check the endpoint.',
  'refused-by-api':
    'KooDrive refused the query[ (code {code})]. Check that the task ID is right and belongs to this user.[ KooDrive says: {serverMessage}]',
  'no-result-yet':
    'There is no result for this task. It may still be running, have expired or be unknown: check the task ID, or look again in some minutes.',
  'import-failed':
    'The import failed as a whole[ (result code {code})], and there is no list of users for it. KooDrive does not publish what the code means: give it to KooDrive support.',
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
  'empty-file': 'The file is empty: it has no header. Choose the file that was imported.',
  'is-workbook': 'This is a workbook. Save it as CSV in the spreadsheet program, then choose that file.',
  'is-json':
    'This is JSON, not CSV. Choose the file that was imported; a saved answer is opened as a report.',
  'invalid-encoding':
    'The text of the file cannot be read[ on line {line}], byte {offset}. Save it as “CSV UTF-8”, or choose its encoding.',
  'quote-not-closed':
    'The quotation mark on line {line} is never closed. Correct the file, or choose its delimiter.',
  'not-a-delimiter': 'The delimiter must be one character, for example a comma, a semicolon or a tab.',
  'file-too-large': 'The file is larger than the limit[ of {limit} bytes]. Divide it into smaller files.',
  'response-too-large':
    'The answer is larger than the limit[ of {limit} bytes]. Raise the limit, or import smaller batches.',
  'out-of-memory':
    'The browser has no memory left for an answer of this size. Close other tabs and try again.',
  'browser-needed': 'A query needs a browser. Outside of one, only saved answers can be opened.',
  'wasm-unavailable':
    'The WebAssembly module could not be loaded from {url}. Check the network, that the file is there, and that the page’s Content-Security-Policy allows it (connect-src).',
  'wasm-unavailable.other-origin':
    'The WebAssembly module could not be loaded from {url}, which is another origin. Check that the file is there, that the page’s Content-Security-Policy allows the origin in connect-src, and that its server allows requests from this page (CORS).',
  'wasm-unavailable.status':
    'The WebAssembly module could not be loaded from {url}: the server answered with HTTP {status}. Put koodrive.wasm there, or name its URL as wasmUrl.',
  'wasm-unavailable.type':
    'What the server sends for {url}[ ({actual})] is not the WebAssembly module, or not the whole of it. Put koodrive.wasm there, or name its URL as wasmUrl.',
  'wasm-unavailable.without-url':
    'The WebAssembly module could not be loaded, because a classic script does not know its own URL. Serve koodrive.wasm and name its URL: option wasmUrl, attribute wasm-url.',
  'wasm-unavailable.forbidden':
    "This page may not run WebAssembly. Add 'wasm-unsafe-eval' to script-src of its Content-Security-Policy, or allow WebAssembly in the browser.",
  'wasm-unavailable.memory':
    'The browser has no memory left for the WebAssembly module. Close other tabs and try again.',
  'part-unavailable':
    'A part of this page could not be loaded. Try again; if that does not help, reload the page.',
  'other-build':
    'There is a new version of this page on its server, which does not work with the one that is open. Reload the page.',
  'credentials-failed':
    'The access token or signature could not be obtained, so nothing was sent. Sign in again, or ask whoever runs this page.',
  'not-opened':
    'The file could not be read. Choose it again, or check that it is still there and no other program has it open.',
  closed: 'This report was closed. Load it again.',

  'type.string': 'a string',
  'type.number': 'a number',
  'type.object': 'an object',
  'type.array': 'an array',
  'type.boolean': 'a boolean',
  'type.null': 'null',
  'type.function': 'a function',
  'type.integer-or-string': 'an integer or a string',
  'type.integer': 'an integer',
  'type.time': 'a time such as 2024-08-12T07:22:33.000Z',
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
  'option.maxWaitMs': 'The longest wait (maxWaitMs)',
  'option.isHidden': 'isHidden',
  'option.taskType': 'The type of the tasks (taskType)',
  'option.status': 'The status of the tasks',
  'option.pageSize': 'The size of a page (pageSize)',
  'option.pageCursor': 'The cursor (pageCursor)',
  'option.answer': 'The saved answer',
};
