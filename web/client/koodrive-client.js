export { createClient } from './create-client.js';
export { KooDriveError } from './errors.js';
