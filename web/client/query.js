import { KooDriveError } from './errors.js';
import { ImportReport } from './report.js';

/** @typedef {import('./module.js').Core} Core */
/** @typedef {import('./koodrive-client.d.ts').TaskResultOptions} TaskResultOptions */
/** @typedef {ReturnType<typeof import('./options.js').checkOptions>} CheckedOptions */

const REDACTED = '•••';

/**
 * Runs one query to its one outcome.
 * @param {Core} core
 * @param {CheckedOptions} options
 * @param {{ taskId: string | undefined, language: string, signal?: AbortSignal, onProgress?: TaskResultOptions['onProgress'] }} request
 * @returns {Promise<ImportReport>}
 */
export function runQuery(core, options, request) {
  return new Promise((resolve, reject) => {
    const { locale } = options;
    const ended = new AbortController();
    /** @type {Set<string>} */
    const secrets = new Set();
    let id = 0;

    const end = () => {
      ended.abort();
      request.signal?.removeEventListener('abort', abort);
    };
    const fail = (/** @type {import('./errors.js').Failure} */ failure) => {
      core.client.cancel(id);
      end();
      reject(new KooDriveError(redact(failure, secrets), locale));
    };
    const abort = () => fail({ kind: 'aborted', reason: 'aborted-by-caller' });

    if (request.signal?.aborted) return abort();
    request.signal?.addEventListener('abort', abort);

    const answer = async () => {
      const token = await accessToken(options, ended.signal);
      if (ended.signal.aborted) return;
      secrets.add(token);
      try {
        core.client.authorize(id, token);
      } catch {
        fail({ kind: 'network', reason: 'unreachable' });
      }
    };
    id = core.client.start(
      {
        endpoint: options.endpoint,
        taskId: request.taskId,
        userId: options.userId,
        language: request.language,
        accessTokenFormat: options.credentials?.format ?? '',
        timeoutMs: options.timeoutMs,
        deadlineMs: options.deadlineMs,
        maxAttempts: options.maxAttempts,
        maxResponseBytes: options.maxResponseBytes,
      },
      {
        needAccessToken() {
          answer().catch(() => {
            if (!ended.signal.aborted) fail({ kind: 'unauthorized', reason: 'credentials-failed' });
          });
        },
        progress(/** @type {import('koodrive-module').ProgressRecord} */ record) {
          tell(request.onProgress, record);
        },
        settle(/** @type {any} */ result) {
          end();
          if (result.ok) resolve(new ImportReport(core, result.report, result.traceId, locale));
          else reject(new KooDriveError(redact(result.error, secrets), locale));
        },
      },
    );
  });
}

/**
 * @param {CheckedOptions} options
 * @param {AbortSignal} signal
 */
async function accessToken(options, signal) {
  const source = options.credentials?.accessToken;
  const token = typeof source === 'function' ? await source({ reason: 'initial', signal }) : source;
  return String(token ?? '');
}

/**
 * A listener that throws must not stop the query; the page still hears of it.
 * @param {TaskResultOptions['onProgress']} onProgress
 * @param {import('koodrive-module').ProgressRecord} record
 */
function tell(onProgress, { phase, attempt, receivedBytes, totalBytes, waitMs }) {
  if (!onProgress) return;
  const progress = {
    phase,
    attempt,
    ...(phase === 'receiving' && { receivedBytes, ...(totalBytes !== undefined && { totalBytes }) }),
    ...(phase === 'retrying' && { waitMs }),
  };
  try {
    onProgress(/** @type {import('./koodrive-client.d.ts').Progress} */ (/** @type {unknown} */ (progress)));
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/**
 * A server may echo what it was sent.
 * @param {import('./errors.js').Failure} failure
 * @param {Set<string>} secrets
 */
function redact(failure, secrets) {
  let { serverMessage, code } = failure;
  for (const secret of secrets) {
    if (!secret) continue;
    serverMessage = serverMessage?.replaceAll(secret, REDACTED);
    code = code?.replaceAll(secret, REDACTED);
  }
  return { ...failure, serverMessage, code };
}
