import { html, nothing } from 'lit';
import { copyable } from '../controls/copyable.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../state/report-session.js').Source} Source */

/**
 * The facts of a report: its source, time, trace ID and request ID.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ImportReport} options.report
 * @param {Source} options.source
 * @param {(text: string) => void} options.onCopy
 */
export function factsView({ texts, report, source, onCopy }) {
  const fileName = /** @type {Partial<File> | undefined} */ (source.file)?.name;
  return html`<dl class="facts" part="facts">
    ${
      source.taskId
        ? html`<div>
            <dt>${texts.say('detail.taskId')}</dt>
            <dd><bdi>${source.taskId}</bdi></dd>
          </div>`
        : nothing
    }
    ${
      fileName
        ? html`<div>
            <dt>${texts.say('detail.file')}</dt>
            <dd><bdi>${fileName}</bdi></dd>
          </div>`
        : nothing
    }
    <div>
      <dt>${texts.say(source.file ? 'detail.openedAt' : 'detail.receivedAt')}</dt>
      <dd><time datetime=${report.receivedAt.toISOString()}>${texts.dateTime(report.receivedAt)}</time></dd>
    </div>
    ${
      report.traceId
        ? html`<div>
            <dt>${texts.say('detail.traceId')}</dt>
            <dd>${copyable({ value: report.traceId, label: texts.say('copy.traceId'), onCopy })}</dd>
          </div>`
        : nothing
    }
    ${
      report.requestId
        ? html`<div>
            <dt>${texts.say('detail.requestId')}</dt>
            <dd>${copyable({ value: report.requestId, label: texts.say('copy.requestId'), onCopy })}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}
