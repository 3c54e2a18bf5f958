/**
 * @param {string} text
 * @returns {Promise<boolean>} false when the browser or the page's Permissions-Policy forbids it
 */
export async function copyToClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
