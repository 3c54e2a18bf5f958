import { visibleValue } from '../text/blanks.js';
import { byId } from './dom.js';

/** @typedef {{ taskId: string, userId: string, accessToken: string }} QueryValues */

/** The form field for each client option that an error can name. @type {Record<string, keyof QueryValues>} */
const FIELD_OF_OPTION = {
  taskId: 'taskId',
  userId: 'userId',
  accessToken: 'accessToken',
  credentials: 'accessToken',
  'credentials.accessToken': 'accessToken',
};

/** The query form: its values and the validation messages beside its fields. */
export class QueryForm {
  #form = byId('query', HTMLFormElement);
  #fields = {
    taskId: byId('task-id', HTMLInputElement),
    userId: byId('user-id', HTMLInputElement),
    accessToken: byId('access-token', HTMLInputElement),
  };

  /** @param {{ onInput: () => void, onSubmit: () => void }} listeners */
  constructor({ onInput, onSubmit }) {
    this.#form.addEventListener('input', (event) => {
      this.#clearProblem(/** @type {HTMLInputElement} */ (event.target));
      onInput();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.clearProblems();
      onSubmit();
    });
    addEventListener('pagehide', () => this.#keepTyped());
  }

  /** WebKit resets fields without autocompletion when a reader comes back to the page. Only the token is to be typed again. */
  #keepTyped() {
    const { taskId, userId } = this.#fields;
    for (const field of [taskId, userId]) field.defaultValue = field.value;
  }

  /** The form's values, without what pasting adds and nobody sees. @returns {QueryValues} */
  get values() {
    const { taskId, userId, accessToken } = this.#fields;
    return {
      taskId: visibleValue(taskId.value),
      userId: visibleValue(userId.value),
      accessToken: visibleValue(accessToken.value),
    };
  }

  /** @param {Partial<QueryValues>} values */
  fill(values) {
    for (const [name, value] of Object.entries(values)) {
      this.#fields[/** @type {keyof QueryValues} */ (name)].value = value;
    }
  }

  submit() {
    this.#form.requestSubmit();
  }

  /**
   * Shows a message at the field of an option and focuses the field.
   * @param {string | undefined} option
   * @param {string} message
   * @returns {boolean} false when the form has no field for the option
   */
  showProblem(option, message) {
    const name = option && FIELD_OF_OPTION[option];
    if (!name) return false;
    const field = this.#fields[name];
    const problem = byId(`${field.id}-problem`, HTMLElement);
    problem.textContent = message;
    problem.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
    return true;
  }

  clearProblems() {
    Object.values(this.#fields).forEach((field) => this.#clearProblem(field));
  }

  /** @param {HTMLInputElement} field */
  #clearProblem(field) {
    const problem = byId(`${field.id}-problem`, HTMLElement);
    problem.hidden = true;
    problem.textContent = '';
    field.removeAttribute('aria-invalid');
  }
}
