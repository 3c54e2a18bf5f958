import { html, nothing } from 'lit';
import { copyable } from '../controls/copyable.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../state/report-session.js').Source} Source */

/**
 * The facts of a report: its source, time and trace ID.
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
      report.taskId
        ? html`<div>
            <dt>${texts.say('detail.taskId')}</dt>
            <dd><bdi>${report.taskId}</bdi></dd>
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
    ${
      report.importFile
        ? html`<div>
            <dt>${texts.say('detail.importFile')}</dt>
            <dd><bdi>${report.importFile}</bdi></dd>
          </div>`
        : nothing
    }
    <div>
      <dt>
        ${texts.say(source.file && report.savedBy === undefined ? 'detail.openedAt' : 'detail.receivedAt')}
      </dt>
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
  </dl>`;
}
