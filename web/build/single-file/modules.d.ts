declare module '*.css' {}

declare module 'koodrive-payload' {
  /** The page's script followed by koodrive.wasm, compressed as raw DEFLATE, in base64. */
  export const packed: string;
  /** Length of the script in bytes. */
  export const scriptLength: number;
  /** config.json, with an endpoint that is absolute or empty. */
  export const config: unknown;
}
