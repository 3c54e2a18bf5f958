/** The formats of the Authorization header's value for an access token, the default first. */
export const ACCESS_TOKEN_FORMATS = /** @type {const} */ (['Bearer+{token}', 'Bearer {token}', '{token}']);
