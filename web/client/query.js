import { ACCESS_TOKEN_FORMATS } from './access-token-formats.js';
import { KooDriveError, flattened } from './errors.js';
import { warmUp } from './jit-warm-up.js';
import { ImportReport } from './report.js';

/** @typedef {import('./module.js').Core} Core */
/** @typedef {import('./errors.js').Failure} Failure */
/** @typedef {import('koodrive-module').TaskResultClient} TaskResultClient */
/** @typedef {import('koodrive-module').QueryProgress} QueryProgress */
/** @typedef {import('koodrive-module').QueryRecord} QueryRecord */
/** @typedef {Parameters<TaskResultClient['start']>[1]} Callbacks */
/** @typedef {Parameters<Callbacks['needSignature']>[0]} UnsignedRequest */
/** @typedef {Parameters<Callbacks['settle']>[0]} Outcome */
/** @typedef {import('./koodrive-client.d.ts').TaskResultOptions} TaskResultOptions */
/** @typedef {ReturnType<typeof import('./options.js').checkOptions>} CheckedOptions */
/** @typedef {{ taskId: string | undefined, language: string, signal?: AbortSignal, onProgress?: TaskResultOptions['onProgress'] }} Request */

const REDACTED = '•••';
/** Longest server texts in a message, in code points. Redaction comes before the cut, because it cannot find half a secret. */
const LONGEST_SERVER_MESSAGE = 500;
const LONGEST_CODE = 128;

/**
 * Runs one query. Settles exactly once.
 * @param {Core} core
 * @param {CheckedOptions} options
 * @param {Request} request
 * @returns {Promise<ImportReport>}
 */
export function runQuery(core, options, request) {
  return new Promise((resolve, reject) => new Query(core, options, request, resolve, reject).start());
}

class Query {
  #core;
  #options;
  #request;
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
   * @param {(report: ImportReport) => void} resolve
   * @param {(error: KooDriveError) => void} reject
   */
  constructor(core, options, request, resolve, reject) {
    this.#core = core;
    this.#options = options;
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#secrets = new Set(options.authorizer?.mode === 'signature' ? options.authorizer.secrets : []);
  }

  start() {
    const { signal } = this.#request;
    if (signal?.aborted) return this.#abort();
    signal?.addEventListener('abort', this.#abort);
    this.#id = this.#core.client.start(queryRecord(this.#options, this.#request), {
      needAccessToken: (refused) => void this.#provideAccessToken(refused),
      needSignature: (unsigned) => void this.#provideSignature(unsigned),
      progress: (progress) => reportProgress(this.#request.onProgress, progress),
      settle: (outcome) => this.#settle(outcome),
    });
    warmUp(this.#core, this.#ended.signal);
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
    // A server may echo the header's whole value, or the token alone.
    this.#secrets.add(secret.trim()).add(this.#core.wasm.bareAccessToken(secret.trim()));
    try {
      handOver(secret);
    } catch {
      this.#fail({ kind: 'network', reason: 'unreachable' });
    }
  }

  /** @param {Outcome} outcome */
  #settle(outcome) {
    this.#end();
    const { locale } = this.#options;
    if (outcome.ok) {
      const { report, traceId } = outcome.value;
      this.#resolve(new ImportReport(this.#core, report, { taskId: this.#request.taskId, traceId }, locale));
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
    const { serverMessage, code, kind, reason } = failure;
    return {
      ...failure,
      reason: reason === 'unreachable' ? unreachableReason(this.#options.endpoint) : reason,
      serverMessage: this.#redact(serverMessage, LONGEST_SERVER_MESSAGE),
      code: this.#redact(code, LONGEST_CODE),
      seconds: kind === 'timeout' ? this.#waitedSeconds(reason) : undefined,
    };
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
