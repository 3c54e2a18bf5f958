import { createClient } from 'koodrive-import-report/client';
import { expect, it, vi } from 'vitest';
import answer from './answer.json?raw';
import { showImport } from './portal.js';

/** A client that asks no server: it decodes a saved answer. */
async function clientOfAnswer() {
  const { openTaskResult } = await createClient();
  return { queryTaskResult: vi.fn(() => openTaskResult(answer)) };
}

it('shows the users who failed, and says how many they are', async () => {
  const panel = document.createElement('section');
  document.body.append(panel);
  const client = await clientOfAnswer();
  await showImport(panel, { taskId: '1215215', client });
  expect(client.queryTaskResult).toHaveBeenCalledWith(expect.objectContaining({ taskId: '1215215' }));
  expect(panel.querySelector('p').textContent).toBe('5 users need a second look.');
  const report = panel.querySelector('koodrive-import-report');
  await report.updateComplete;
  expect(report.shadowRoot.querySelector('[part~=row]').textContent).toContain('zhang.wei');
});

it('says why there is no report', async () => {
  const panel = document.createElement('section');
  document.body.append(panel);
  await showImport(panel, { taskId: '1215215' });
  expect(panel.querySelector('p').textContent).toBe('There is no report: invalid-request.');
});
