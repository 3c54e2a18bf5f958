import type { AccessTokenFormat } from './koodrive-client.js';

/** Why a token is asked for: for the first time in an attempt, or because the last one was refused. */
export interface AccessTokenContext {
  readonly reason: 'initial' | 'unauthorized';
  /** Aborted when the query ends before the token is there. */
  readonly signal: AbortSignal;
}

export interface AccessTokenCredentials {
  /** The token, or a function that is asked before every attempt. */
  accessToken: string | ((context: AccessTokenContext) => string | Promise<string>);
  /** Default `Bearer+{token}`. */
  format?: AccessTokenFormat;
}

/** Signs in the browser. Whoever owns the page can read the secret: for trusted tools only. */
export interface AppCredentials {
  appId: string;
  appSecret: string;
  /** The URL that KooDrive sees behind a forwarder. Only signed, never sent to. Default: `endpoint`. */
  signedEndpoint?: string;
}

export interface SigningRequest {
  readonly canonicalRequest: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The portal's back end signs. */
export interface SignerCredentials {
  /** Returns the complete value of the Authorization header. */
  sign: (request: SigningRequest) => string | Promise<string>;
  signedEndpoint?: string;
}

export type Credentials = AccessTokenCredentials | AppCredentials | SignerCredentials;
