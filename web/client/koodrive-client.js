export { ACCESS_TOKEN_FORMATS } from './access-token-formats.js';
export { createClient } from './create-client.js';
export { KooDriveError, messageIn, partError } from './errors.js';
