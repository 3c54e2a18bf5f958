import { byId } from './dom.js';

/** @param {DragEvent} event */
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;

/**
 * Lets the user open a saved answer with the file picker, or by dropping it anywhere on the page.
 * @param {(file: File) => void} onFile
 */
export function takeSavedFile(onFile) {
  const picker = byId('saved-file', HTMLInputElement);
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    // Reset the input, because choosing the same file again would fire no change event otherwise.
    picker.value = '';
    if (file) onFile(file);
  });

  const show = (/** @type {boolean} */ isDropping) => document.body.classList.toggle('dropping', isDropping);
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    // Over a part of the report that takes another file, the page offers nothing.
    show(!event.defaultPrevented);
    event.preventDefault();
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) show(false);
  });
  // While it is still on its way to the report, which may keep it.
  document.addEventListener('drop', () => show(false), true);
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    // By default, the browser would navigate to the dropped file.
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) onFile(file);
  });
}
