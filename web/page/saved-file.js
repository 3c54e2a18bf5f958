import { byId } from './dom.js';

/** @param {DragEvent} event */
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes a saved answer that is picked, or dropped anywhere on the page.
 * @param {(file: File) => void} onFile
 */
export function takeSavedFile(onFile) {
  const picker = byId('saved-file', HTMLInputElement);
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    // Empty again, so that picking the same file once more is a change.
    picker.value = '';
    if (file) onFile(file);
  });

  const show = (/** @type {boolean} */ isDropping) => document.body.classList.toggle('dropping', isDropping);
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    show(true);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) show(false);
  });
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    show(false);
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
