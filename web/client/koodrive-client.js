export { createClient } from './create-client.js';
export { KooDriveError, messageIn } from './errors.js';
