import { createClient } from '../client/koodrive-client.js';
import { chooseLocale, loadLocale } from '../locales/index.js';
import { KooDriveImportReport } from '../report/define.js';
import { readAddress, writeAddress } from './address.js';
import { ConfigProblem } from './config-problem.js';
import { OWN_ORIGIN_ANSWERS } from './config-source.js';
import { loadConfig } from './config.js';
import { showDemo } from './demo.js';
import { byId } from './dom.js';
import { QueryForm } from './query-form.js';
import { takeSavedFile } from './saved-file.js';
import { pageText, translatePage } from './texts.js';

/** @typedef {import('./config.js').Config} Config */

const report = byId('report', KooDriveImportReport);
const languages = byId('language', HTMLSelectElement);
const form = new QueryForm({ onInput: handOver, onSubmit: showReport });

const address = readAddress();
const configLoaded = loadConfig();
let locale = chooseLocale(address.language, ...navigator.languages);
/** @type {Config | undefined} */
let config;

// Loads the wasm module while the user fills in the form. If that fails, the first query reports the error.
createClient().catch(() => {});

byId('not-started', HTMLElement).remove();

/** Applies the chosen language to the page and the element, which shows English until the texts are there. */
async function translate() {
  languages.value = locale;
  report.locale = locale;
  report.language = locale;
  await loadLocale(locale, showTexts);
  showTexts();
}

function showTexts() {
  translatePage(locale);
  if (config?.demo) showDemo(config.demo, locale, showDemoTask);
  configLoaded.catch(tellConfigProblem);
}

/** Passes the form's values to the element, so that its *Try again* button uses them as well. */
function handOver() {
  if (!config) return;
  const { taskId, userId, accessToken } = form.values;
  report.endpoint = config.endpoint;
  report.taskId = taskId;
  report.userId = userId;
  report.credentials = { accessToken, format: config.tokenFormat };
}

async function showReport() {
  await configReady;
  if (!config) return;
  handOver();
  writeAddress({ taskId: form.values.taskId, language: locale });
  report.load();
  bringIntoView();
}

/** Scrolls to the report, which is below the form on a narrow screen. */
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

/** @param {unknown} problem */
function tellConfigProblem(problem) {
  if (!(problem instanceof ConfigProblem)) throw problem;
  const { key, values } = problem;
  const place = byId('config-problem', HTMLElement);
  place.textContent =
    key === 'config.unreachable'
      ? pageText(locale, key, values)
      : pageText(locale, 'config.invalid', { detail: pageText(locale, key, values) });
  place.hidden = false;
}

async function applyConfig() {
  config = await configLoaded.catch(() => undefined);
  if (!config) return;
  const { endpoint, userId, demo } = config;
  const canQuery = Boolean(endpoint) || OWN_ORIGIN_ANSWERS;
  byId('query', HTMLFormElement).hidden = !canQuery;
  byId('query-impossible', HTMLElement).hidden = canQuery;
  if (!form.values.userId) form.fill({ userId });
  if (demo) showDemo(demo, locale, showDemoTask);
  if (demo?.tasks.some(({ taskId }) => taskId === address.taskId)) {
    form.fill({ userId: demo.userId, accessToken: demo.accessToken });
  }
  handOver();
}

form.fill({ taskId: address.taskId ?? '' });
report.view = { search: address.search, reason: address.reason, noted: address.noted, sort: address.sort };
translate();
const configReady = applyConfig();

languages.addEventListener('change', () => {
  locale = chooseLocale(languages.value);
  writeAddress({ language: locale });
  translate();
});

takeSavedFile((file) => {
  writeAddress({ taskId: undefined });
  report.open(file);
  bringIntoView();
});

report.addEventListener('koodrive-view', ({ detail: { view } }) => {
  writeAddress({ search: view.search, reason: view.reason, noted: view.noted, sort: view.sort });
});

report.addEventListener('koodrive-error', (event) => {
  const { error } = event.detail;
  if (error.kind === 'invalid-request' && form.showProblem(error.option, error.message))
    event.preventDefault();
});
