import { html, nothing } from 'lit';
import { messageIn } from '../../client/koodrive-client.js';
import { copyable } from '../controls/copyable.js';
import { fact } from '../controls/fact.js';
import { icons } from '../controls/icons.js';
import { followingView } from '../following/following.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').KooDriveError} KooDriveError */
/** @typedef {Extract<import('../element/outcome.js').Outcome, { error: KooDriveError }>} ErrorOutcome */
/** @typedef {import('../../client/koodrive-client.js').KooDriveErrorKind} KooDriveErrorKind */

/** Every error kind, and whether a retry with the same values can succeed. @type {Readonly<Record<KooDriveErrorKind, boolean>>} */
const WORTH_RETRYING = {
  'invalid-request': false,
  network: true,
  timeout: true,
  aborted: true,
  unauthorized: false,
  http: true,
  api: true,
  'no-result': true,
  'task-failed': false,
  'malformed-response': true,
  'malformed-file': false,
  'too-large': false,
};

/** @type {Record<string, import('lit').TemplateResult>} */
const ICONS = { 'no-result': icons.clock, aborted: icons.cross };

/**
 * The kind of an error; 'unknown' for any error that is not a KooDriveError.
 * @param {KooDriveError} error
 * @returns {KooDriveErrorKind | 'unknown'}
 */
const kindOf = (error) => (Object.hasOwn(WORTH_RETRYING, error.kind) ? error.kind : 'unknown');

/**
 * @param {Texts} texts
 * @param {KooDriveError} error
 */
export function errorTitle(texts, error) {
  return texts.say(`error.${kindOf(error)}`);
}

/**
 * @param {Texts} texts
 * @param {KooDriveError} error
 */
function positionText(texts, { offset, line, column }) {
  if (offset === undefined) return undefined;
  if (line === undefined || column === undefined) return texts.say('position.byte', { offset });
  return texts.say('position.line', { line, column, offset });
}

/**
 * @param {Texts} texts
 * @param {KooDriveError} error
 * @param {(text: string) => void} onCopy
 */
function details(texts, error, onCopy) {
  const { httpStatus, code, traceId, requestId, pointer, attempts } = error;
  const position = positionText(texts, error);
  if (httpStatus === undefined && !code && !traceId && pointer === undefined && !position && !attempts)
    return nothing;
  const place = pointer === '' ? texts.say('detail.document') : pointer && html`<code>${pointer}</code>`;
  return html`<h3 class="details-title">${texts.say('details')}</h3>
    <dl class="facts">
      ${fact(texts.say('detail.httpStatus'), httpStatus && String(httpStatus))}
      ${fact(texts.say('detail.code'), code && html`<code>${code}</code>`)}
      ${fact(texts.say('detail.pointer'), place)} ${fact(texts.say('detail.position'), position)}
      ${fact(texts.say('detail.attempts'), attempts ? texts.number(attempts) : undefined)}
      ${fact(
        texts.say('detail.traceId'),
        traceId && copyable({ value: traceId, label: texts.say('copy.traceId'), onCopy }),
      )}
      ${fact(
        texts.say('detail.requestId'),
        requestId && copyable({ value: requestId, label: texts.say('copy.requestId'), onCopy }),
      )}
    </dl>`;
}

/**
 * The error panel: the message with its next step, details for support, and a button to retry.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ErrorOutcome} options.outcome
 * @param {() => void} [options.onRetry]
 * @param {() => void} [options.onFollow] waits for the result; only where it is missing and nobody has waited yet
 * @param {(text: string) => void} options.onCopy
 */
export function errorView({ texts, outcome, onRetry, onFollow, onCopy }) {
  const { error, source, followed } = outcome;
  const kind = kindOf(error);
  const calm = kind === 'no-result' || kind === 'aborted';
  return html`<section class="panel error ${calm ? 'calm' : ''}" part="error" aria-labelledby="error-title">
    <span class="panel-icon">${ICONS[kind] ?? icons.stop}</span>
    <div class="panel-body">
      <h2 id="error-title" class="panel-title" tabindex="-1">${errorTitle(texts, error)}</h2>
      <p class="error-message">${messageIn(error, texts.locale)}</p>
      ${followed && kind === 'no-result' ? followingView()?.missingText(texts, followed) : nothing}
      <p class="error-next">${texts.say(`next.${kind}`)}</p>
      <div class="panel-actions">
        ${
          onFollow && kind === 'no-result' && !source.isFollowed
            ? html`<button class="button" type="button" @click=${onFollow}>${texts.say('follow')}</button>`
            : nothing
        }
        ${
          onRetry && (kind === 'unknown' || WORTH_RETRYING[kind])
            ? html`<button class="button" type="button" @click=${onRetry}>${texts.say('retry')}</button>`
            : nothing
        }
      </div>
      ${details(texts, error, onCopy)}
    </div>
  </section>`;
}
