import { byId } from './dom.js';

/** @typedef {{ taskId: string, userId: string, accessToken: string }} QueryValues */

/** Which field belongs to a refused option. @type {Record<string, keyof QueryValues>} */
const FIELD_OF_OPTION = {
  taskId: 'taskId',
  userId: 'userId',
  accessToken: 'accessToken',
  credentials: 'accessToken',
  'credentials.accessToken': 'accessToken',
};

/** The form: what is typed, and what is wrong with it. */
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
  }

  /** What is typed, without the blanks around it that pasting brings. @returns {QueryValues} */
  get values() {
    const { taskId, userId, accessToken } = this.#fields;
    return {
      taskId: taskId.value.trim(),
      userId: userId.value.trim(),
      accessToken: accessToken.value.trim(),
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
   * Shows what is wrong at the field of an option and goes there.
   * @param {string | undefined} option
   * @param {string} message
   * @returns {boolean} false where no field belongs to the option
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
