declare module '*.css' {}

declare module 'koodrive-payload' {
  /** The script and then the wasm, deflated, in base64. */
  export const packed: string;
  /** Length of the script in bytes. */
  export const scriptLength: number;
  /** config.json, with an endpoint that is absolute or empty. */
  export const config: unknown;
}
