import { html } from 'lit';

/** @param {DragEvent} event */
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;

/**
 * A button that chooses a file.
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.accept as the attribute
 * @param {string} options.describedBy ID of what says which files can be chosen
 * @param {(file: File) => void} options.onFile
 */
export function filePicker({ label, accept, describedBy, onFile }) {
  const onChange = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    // Choosing the same file again would fire no change event otherwise.
    input.value = '';
    if (file) onFile(file);
  };
  return html`<label class="button file-button">
    <input
      class="visually-hidden"
      type="file"
      accept=${accept}
      aria-describedby=${describedBy}
      @change=${onChange}
    />
    ${label}
  </label>`;
}

/**
 * Listeners for a section onto which a file can be dropped.
 * @param {(isOver: boolean) => void} onOver called while a file is dragged over the section, and when it has left
 * @param {(file: File) => void} onFile
 */
export const dropListeners = (onOver, onFile) => ({
  over(/** @type {DragEvent} */ event) {
    if (!holdsFiles(event)) return;
    // Tells the browser, and the page around, that files can be dropped here.
    event.preventDefault();
    onOver(true);
  },
  leave(/** @type {DragEvent} */ event) {
    const section = /** @type {Element} */ (event.currentTarget);
    if (!section.contains(/** @type {Node | null} */ (event.relatedTarget))) onOver(false);
  },
  drop(/** @type {DragEvent} */ event) {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // A page that opens what is dropped as a saved answer must not take this file, too.
    event.stopPropagation();
    onOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  },
});
