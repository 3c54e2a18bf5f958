export { copyExactly } from './exact-copy.js';
export { signedText } from './signs.js';
