/** How a token becomes the Authorization value, the default first. */
export const ACCESS_TOKEN_FORMATS = /** @type {const} */ (['Bearer+{token}', 'Bearer {token}', '{token}']);
