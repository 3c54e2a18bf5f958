import { html, nothing } from 'lit';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').FollowProgress} Progress */

/**
 * The current phase in words, without numbers that change while it lasts.
 * @param {Texts} texts
 * @param {Progress | undefined} progress
 */
function phaseText(texts, progress) {
  if (!progress) return texts.say('phase.starting');
  // Between two looks at a task, as long as the view that counts the seconds is not loaded.
  if (progress.phase === 'waiting' && 'state' in progress) return texts.say('phase.looking');
  if (progress.phase !== 'retrying') return texts.say(`phase.${progress.phase}`);
  const seconds = Math.max(1, Math.round(progress.waitMs / 1000));
  return texts.say('phase.retrying', { attempt: progress.attempt + 1, seconds });
}

/**
 * The same for screen readers.
 * @param {Texts} texts
 * @param {Progress | undefined} progress
 */
export const loadingText = (texts, progress) => `${texts.say('loading')}. ${phaseText(texts, progress)}`;

/**
 * @param {Texts} texts
 * @param {Progress | undefined} progress
 */
function receivedText(texts, progress) {
  if (progress?.phase !== 'receiving') return nothing;
  const received = texts.bytes(progress.receivedBytes);
  if (!progress.totalBytes) return received;
  return texts.say('received.of', { received, total: texts.bytes(progress.totalBytes) });
}

/**
 * @param {object} options
 * @param {Texts} options.texts
 * @param {Progress} [options.progress]
 * @param {() => void} options.onCancel
 */
export function loadingView({ texts, progress, onCancel }) {
  const known = progress?.phase === 'receiving' && progress.totalBytes ? progress : undefined;
  return html`<section class="panel loading" part="loading" aria-labelledby="loading-title">
    <h2 id="loading-title" class="panel-title" tabindex="-1">${texts.say('loading')}</h2>
    ${
      known
        ? html`<progress
            aria-labelledby="loading-title"
            max="1"
            .value=${known.receivedBytes / (known.totalBytes ?? 1)}
          ></progress>`
        : html`<progress aria-labelledby="loading-title"></progress>`
    }
    <p class="loading-phase">
      <span>${phaseText(texts, progress)}</span>
      <span class="loading-bytes">${receivedText(texts, progress)}</span>
    </p>
    <button class="button" type="button" @click=${onCancel}>${texts.say('cancel')}</button>
  </section>`;
}
