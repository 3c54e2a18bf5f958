import { chooseLocale } from '../locales/index.js';
import { KooDriveImportReport } from '../report/define.js';
import { readAddress, writeAddress } from './address.js';
import { ConfigProblem, loadConfig } from './config.js';
import { showDemo } from './demo.js';
import { byId } from './dom.js';
import { QueryForm } from './query-form.js';
import { pageText, translatePage } from './texts.js';

/** @typedef {import('./config.js').Config} Config */

const report = byId('report', KooDriveImportReport);
const languages = byId('language', HTMLSelectElement);
const form = new QueryForm({ onInput: handOver, onSubmit: showReport });

const address = readAddress();
let locale = chooseLocale(address.language, ...navigator.languages);
/** @type {Config | undefined} */
let config;
/** @type {ConfigProblem | undefined} */
let configProblem;

/** Everything that is said in the chosen language. */
function translate() {
  translatePage(locale);
  languages.value = locale;
  report.locale = locale;
  report.language = locale;
  if (configProblem) tellConfigProblem(configProblem);
  if (config?.demo) showDemo(config.demo, locale, showDemoTask);
}

/** Gives the element what is typed, so that its own *Try again* asks with it, too. */
function handOver() {
  if (!config) return;
  const { taskId, userId, accessToken } = form.values;
  report.endpoint = config.endpoint;
  report.taskId = taskId;
  report.userId = userId;
  report.credentials = { accessToken, format: config.tokenFormat };
}

function showReport() {
  if (!config) return;
  handOver();
  writeAddress({ taskId: form.values.taskId, language: locale });
  report.load();
  bringIntoView();
}

/** On a narrow screen the report stands below the form. */
function bringIntoView() {
  if (report.getBoundingClientRect().top < innerHeight / 2) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  report.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' });
}

/** @param {import('./query-form.js').QueryValues} values */
function showDemoTask(values) {
  form.fill(values);
  form.submit();
}

/** @param {ConfigProblem} problem */
function tellConfigProblem({ key, values }) {
  const place = byId('config-problem', HTMLElement);
  place.textContent =
    key === 'config.unreachable'
      ? pageText(locale, key, values)
      : pageText(locale, 'config.invalid', { detail: pageText(locale, key, values) });
  place.hidden = false;
}

async function start() {
  translate();
  form.fill({ taskId: address.taskId ?? '' });
  try {
    config = await loadConfig();
  } catch (problem) {
    if (!(problem instanceof ConfigProblem)) throw problem;
    configProblem = problem;
    return tellConfigProblem(problem);
  }
  if (!form.values.userId) form.fill({ userId: config.userId });
  const demo = config.demo;
  if (demo) showDemo(demo, locale, showDemoTask);
  if (demo?.tasks.some(({ taskId }) => taskId === address.taskId)) {
    form.fill({ userId: demo.userId, accessToken: demo.accessToken });
  }
  handOver();
}

languages.addEventListener('change', () => {
  locale = chooseLocale(languages.value);
  writeAddress({ language: locale });
  translate();
});

byId('saved-file', HTMLInputElement).addEventListener('change', ({ target }) => {
  const picker = /** @type {HTMLInputElement} */ (target);
  const file = picker.files?.[0];
  if (file) {
    report.open(file);
    bringIntoView();
  }
  // Empty again, so that picking the same file once more is a change.
  picker.value = '';
});

report.addEventListener('koodrive-error', (event) => {
  const { error } = event.detail;
  if (error.kind === 'invalid-request' && form.showProblem(error.option, error.message))
    event.preventDefault();
});

start();
