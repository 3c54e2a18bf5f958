/** What the element extends on a server, where nothing is displayed and nothing registered. */
export class HTMLElement {}

/** A server has no registry of elements, and Lit shall not give it one: portals look at it to tell servers from browsers. */
export const customElements = undefined;
