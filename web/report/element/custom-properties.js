/**
 * Registers the custom property that the sizes are multiples of, once for each window.
 * @param {typeof globalThis} view
 */
export function registerProperties({ CSS }) {
  try {
    // Registered as a <length>, it is computed once at the element's root and inherited as pixels; unregistered, an `em` in it would be resolved anew at each font size.
    CSS.registerProperty({
      name: '--koodrive-rem',
      syntax: '<length>',
      inherits: true,
      initialValue: '16px',
    });
  } catch {
    // Registered before, by another version of this module or when an element came first.
  }
}
