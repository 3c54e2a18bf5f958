/**
 * Numbers of rows, failures or lines as a list, which names the first ones only if there are many. Their digits are not grouped,
 * because a comma stands between two numbers.
 * @param {import('./panel.js').Say} say
 * @param {readonly number[]} numbers
 * @param {number} most how many are named
 */
export function listedNumbers(say, numbers, most) {
  const listed = numbers.slice(0, most).join(', ');
  const rest = numbers.length - most;
  return rest > 0 ? say('and-more', { listed, rest }) : listed;
}
