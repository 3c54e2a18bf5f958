import { html } from 'lit';
import { copyable } from '../controls/copyable.js';
import { fact } from '../controls/fact.js';
import { beginOf, durationOf, knownTask } from '../state/known-task.js';

/** @typedef {import('../texts/texts.js').Texts} Texts */
/** @typedef {import('../../client/koodrive-client.js').ImportReport} ImportReport */
/** @typedef {import('../element/outcome.js').Source} Source */
/** @typedef {import('../../client/koodrive-client.js').Task} Task */

/**
 * The facts of a report: its source, time, trace ID and request ID.
 * @param {object} options
 * @param {Texts} options.texts
 * @param {ImportReport} options.report
 * @param {Source} options.source
 * @param {readonly Task[]} options.tasks those of which the times are known
 * @param {(text: string) => void} options.onCopy
 */
export function factsView({ texts, report, source, tasks, onCopy }) {
  const fileName = /** @type {Partial<File> | undefined} */ (source.file)?.name;
  const taskId = report.taskId ?? source.taskId;
  const task = knownTask(report.task, tasks, taskId);
  const isOpened = source.file && report.savedBy === undefined;
  const begin = task && beginOf(task);
  const duration = task && durationOf(task);
  return html`<dl class="facts" part="facts">
    ${fact(texts.say('task.name'), task?.taskName && html`<bdi>${task.taskName}</bdi>`)}
    ${fact(texts.say('detail.taskId'), taskId && html`<bdi>${taskId}</bdi>`)}
    ${fact(texts.say('detail.file'), fileName && html`<bdi>${fileName}</bdi>`)}
    ${fact(texts.say('detail.importFile'), report.importFile && html`<bdi>${report.importFile}</bdi>`)}
    ${fact(texts.say('task.begin'), begin && time(texts, begin))}
    ${fact(texts.say('task.end'), task?.endTime && time(texts, task.endTime))}
    ${fact(texts.say('task.duration'), duration !== undefined && texts.duration(duration))}
    ${fact(texts.say(isOpened ? 'detail.openedAt' : 'detail.receivedAt'), time(texts, report.receivedAt))}
    ${fact(
      texts.say('detail.traceId'),
      report.traceId && copyable({ value: report.traceId, label: texts.say('copy.traceId'), onCopy }),
    )}
    ${fact(
      texts.say('detail.requestId'),
      report.requestId && copyable({ value: report.requestId, label: texts.say('copy.requestId'), onCopy }),
    )}
  </dl>`;
}

/**
 * @param {Texts} texts
 * @param {Date} date
 */
const time = (texts, date) => html`<time datetime=${date.toISOString()}>${texts.dateTime(date)}</time>`;
