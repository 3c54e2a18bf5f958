/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser or the page's permissions forbid it
 */
export async function copyToClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
