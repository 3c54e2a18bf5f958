import { html } from 'lit';

/** @param {import('../texts/texts.js').Texts} texts */
export function idleView(texts) {
  return html`<section class="panel idle" part="idle">
    <p class="panel-title">${texts.say('idle')}</p>
    <p>${texts.say('idle.next')}</p>
  </section>`;
}
