import { ACCESS_TOKEN_FORMATS } from './access-token-formats.js';
import { KooDriveError, flattened } from './errors.js';
import { warmUp } from './jit-warm-up.js';
import { ImportReport } from './report.js';

/** @typedef {import('./module.js').Core} Core */
/** @typedef {import('./errors.js').Failure} Failure */
/** @typedef {import('koodrive-module').TaskResultClient} TaskResultClient */
/** @typedef {import('koodrive-module').QueryProgress} QueryProgress */
/** @typedef {import('koodrive-module').QueryRecord} QueryRecord */
/** @typedef {Parameters<Parameters<TaskResultClient['queryTaskResult']>[1]['needSignature']>[0]} UnsignedRequest */
/** @typedef {import('./koodrive-client.d.ts').TaskResultOptions} TaskResultOptions */
/** @typedef {ReturnType<typeof import('./options.js').checkOptions>} CheckedOptions */
/** @typedef {{ taskId?: string, language: string, signal?: AbortSignal, onProgress?: TaskResultOptions['onProgress'] }} Request */
/** What support asks for. @typedef {{ traceId?: string, requestId?: string }} Ids */

/**
 * The callbacks of a query whose answer the core decodes into `Answer`.
 * @template Answer
 * @typedef {Omit<Parameters<TaskResultClient['queryTaskResult']>[1], 'settle'> & {
 *   settle(outcome: { ok: true, value: { answer: Answer, traceId: string, requestId: string | undefined } }
 *     | { ok: false, error: import('koodrive-module').Failure }): void }} Callbacks
 */

/**
 * One of the calls of the API: how the core starts it, and what becomes of its answer.
 * @template Answer, Value
 * @typedef {{
 *   start(client: TaskResultClient, query: QueryRecord, callbacks: Callbacks<Answer>): number,
 *   receive(answer: Answer, ids: Ids, request: Request): Value,
 * }} Call
 */

const REDACTED = '•••';
/** Longest server texts in a message, in code points. Redaction comes before the cut, because it cannot find half a secret. */
const LONGEST_SERVER_MESSAGE = 500;
const LONGEST_CODE = 128;

/**
 * The call that brings the result of a task.
 * @param {Core} core
 * @param {CheckedOptions} options
 * @returns {Call<import('koodrive-module').ReportHandle, ImportReport>}
 */
export const taskResultCall = (core, { locale }) => ({
  start: (client, query, callbacks) => client.queryTaskResult(query, callbacks),
  receive: (report, ids, { taskId }) => new ImportReport(core, report, { ...ids, taskId }, locale),
});

/**
 * Runs one query. Settles exactly once.
 * @template Answer, Value
 * @param {Core} core
 * @param {CheckedOptions} options
 * @param {Request} request
 * @param {Call<Answer, Value>} call
 * @returns {Promise<Value>}
 */
export function runQuery(core, options, request, call) {
  return new Promise((resolve, reject) => new Query(core, options, request, call, resolve, reject).start());
}

/** @template Answer, Value */
class Query {
  #core;
  #options;
  #request;
  #call;
  #resolve;
  #reject;
  #ended = new AbortController();
  /** Secrets to redact from the server's texts. @type {Set<string>} */
  #secrets;
  #id = 0;

  /**
   * @param {Core} core
   * @param {CheckedOptions} options
   * @param {Request} request
   * @param {Call<Answer, Value>} call
   * @param {(value: Value) => void} resolve
   * @param {(error: KooDriveError) => void} reject
   */
  constructor(core, options, request, call, resolve, reject) {
    this.#core = core;
    this.#options = options;
    this.#request = request;
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#secrets = new Set(options.authorizer?.mode === 'signature' ? options.authorizer.secrets : []);
  }

  start() {
    const { signal } = this.#request;
    if (signal?.aborted) return this.#abort();
    signal?.addEventListener('abort', this.#abort);
    this.#id = this.#call.start(this.#core.client, queryRecord(this.#options, this.#request), {
      needAccessToken: (refused) => void this.#provideAccessToken(refused),
      needSignature: (unsigned) => void this.#provideSignature(unsigned),
      progress: (progress) => {
        void warmUp(this.#core, progress.receivedBytes, this.#ended.signal);
        reportProgress(this.#request.onProgress, progress);
      },
      settle: (outcome) => this.#settle(outcome),
    });
  }

  /** @param {boolean} refused whether KooDrive did not accept the last one */
  #provideAccessToken(refused) {
    return this.#provide(
      async (signal) => {
        const { authorizer } = this.#options;
        if (authorizer?.mode !== 'token') return '';
        return authorizer.token({ reason: refused ? 'unauthorized' : 'initial', signal });
      },
      (token) => this.#core.client.provideAccessToken(this.#id, token),
    );
  }

  /** @param {UnsignedRequest} unsigned */
  #provideSignature(unsigned) {
    return this.#provide(
      async (signal) => {
        const { authorizer } = this.#options;
        if (authorizer?.mode !== 'signature') return '';
        return authorizer.sign({ ...unsigned, signal }, this.#core);
      },
      (authorization) => this.#core.client.provideAuthorization(this.#id, authorization),
    );
  }

  /**
   * @param {(signal: AbortSignal) => Promise<string>} obtain
   * @param {(secret: string) => void} handOver
   */
  async #provide(obtain, handOver) {
    const { signal } = this.#ended;
    let secret;
    try {
      secret = String((await obtain(signal)) ?? '');
    } catch {
      if (!signal.aborted) this.#fail({ kind: 'unauthorized', reason: 'credentials-failed' });
      return;
    }
    if (signal.aborted) return;
    // A server may echo the header's whole value, or the token alone, or what follows the "AT " of one that begins with it.
    const token = this.#core.wasm.bareAccessToken(secret.trim());
    this.#secrets.add(secret.trim()).add(token).add(token.replace(/^AT /, ''));
    try {
      handOver(secret);
    } catch {
      this.#fail({ kind: 'network', reason: 'unreachable' });
    }
  }

  /** @param {Parameters<Callbacks<Answer>['settle']>[0]} outcome */
  #settle(outcome) {
    this.#end();
    const { locale } = this.#options;
    if (outcome.ok) {
      const { answer, traceId, requestId } = outcome.value;
      this.#resolve(
        this.#call.receive(answer, { traceId, requestId: this.#identifier(requestId) }, this.#request),
      );
    } else this.#reject(new KooDriveError(this.#explain(flattened(outcome.error)), locale));
  }

  #abort = () => this.#fail({ kind: 'aborted', reason: 'aborted-by-caller' });

  /** @param {Failure} failure */
  #fail(failure) {
    const made = this.#core.client.cancel(this.#id);
    this.#end();
    this.#reject(new KooDriveError({ ...failure, ...made }, this.#options.locale));
  }

  #end() {
    this.#ended.abort();
    this.#request.signal?.removeEventListener('abort', this.#abort);
  }

  /**
   * Adds facts that only the browser knows, such as being offline, and redacts credentials that the server has echoed.
   * @param {Failure} failure
   * @returns {Failure}
   */
  #explain(failure) {
    const { serverMessage, code, requestId, signatureDifference, kind, reason } = failure;
    return {
      ...failure,
      ...(signatureDifference && this.#withDifference(signatureDifference)),
      requestId: this.#identifier(requestId),
      reason: reason === 'unreachable' ? unreachableReason(this.#options.endpoint) : reason,
      serverMessage: this.#redact(serverMessage, LONGEST_SERVER_MESSAGE),
      code: this.#identifier(code),
      seconds: kind === 'timeout' ? this.#waitedSeconds(reason) : undefined,
    };
  }

  /**
   * @param {NonNullable<Failure['signatureDifference']>} difference
   * @returns {Pick<Failure, 'signatureDifference' | 'sentence'>}
   */
  #withDifference({ part, here, there }) {
    const shown = (/** @type {string} */ text) => this.#redact(text, LONGEST_SERVER_MESSAGE) ?? '';
    return {
      signatureDifference: { part, here: shown(here), there: shown(there) },
      ...(part === 'app-secret' && { sentence: 'signature-refused.app-secret' }),
    };
  }

  /** @param {string | undefined} text */
  #identifier(text) {
    return this.#redact(text, LONGEST_CODE);
  }

  /** @param {string} reason */
  #waitedSeconds(reason) {
    const { timeoutMs, deadlineMs } = this.#options;
    return (reason === 'silence' ? timeoutMs : deadlineMs) / 1000;
  }

  /**
   * @param {string | undefined} text
   * @param {number} longest
   */
  #redact(text, longest) {
    let clean = text;
    for (const secret of this.#secrets) if (secret) clean = clean?.replaceAll(secret, REDACTED);
    return clean && Array.from(clean).slice(0, longest).join('');
  }
}

/**
 * @param {CheckedOptions} options
 * @param {Request} request
 * @returns {QueryRecord}
 */
function queryRecord(options, { taskId, language }) {
  const { authorizer } = options;
  return {
    endpoint: options.endpoint,
    taskId: taskId ?? '',
    userId: options.userId,
    language,
    accessTokenFormat: authorizer?.mode === 'token' ? authorizer.format : ACCESS_TOKEN_FORMATS[0],
    accessTokenRenewable: authorizer?.mode === 'token' && authorizer.renewable,
    signedEndpoint: authorizer?.mode === 'signature' ? authorizer.signedEndpoint : '',
    timeoutMs: options.timeoutMs,
    deadlineMs: options.deadlineMs,
    maxAttempts: options.maxAttempts,
    maxResponseBytes: options.maxResponseBytes,
  };
}

/**
 * Browsers hide from scripts why a request failed, so the reason is derived from where it was sent.
 * @param {string} endpoint
 */
function unreachableReason(endpoint) {
  if (globalThis.navigator?.onLine === false) return 'offline';
  if (globalThis.origin === 'null') return 'unreachable-from-disk';
  return new URL(endpoint).origin === globalThis.origin ? 'unreachable' : 'unreachable-cross-origin';
}

/**
 * Calls the progress listener. An exception in it does not stop the query; it is reported as an uncaught error.
 * @param {TaskResultOptions['onProgress']} onProgress
 * @param {QueryProgress} progress
 */
function reportProgress(onProgress, progress) {
  try {
    onProgress?.(publicProgress(progress));
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/**
 * The progress event for the listener, with only the members that belong to its phase.
 * @param {QueryProgress} progress
 * @returns {import('./koodrive-client.d.ts').Progress}
 */
function publicProgress({ phase, attempt, receivedBytes, totalBytes, waitMs }) {
  switch (phase) {
    case 'receiving':
      return { phase, attempt, receivedBytes, ...(totalBytes !== undefined && { totalBytes }) };
    case 'retrying':
      return { phase, attempt, waitMs };
    default:
      return { phase, attempt };
  }
}
