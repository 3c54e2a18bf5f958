/**
 * Numbers of rows, failures or lines as a list, which names the first ones only if there are many.
 * @param {import('../texts/texts.js').Texts} texts
 * @param {import('./panel.js').Say} say
 * @param {readonly number[]} numbers
 * @param {number} most how many are named
 */
export function listedNumbers(texts, say, numbers, most) {
  const listed = numbers.slice(0, most).map(texts.number).join(', ');
  const rest = numbers.length - most;
  return rest > 0 ? say('and-more', { listed, rest }) : listed;
}
