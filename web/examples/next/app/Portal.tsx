'use client';

import { useState } from 'react';
import { ImportReport } from './ImportReport';

const TASKS = ['1534087020903704703', '1534087020903704701'];
const CREDENTIALS = { accessToken: async () => (await fetch('portal/token')).text() };

export function Portal() {
  const [taskId, setTaskId] = useState(TASKS[0]);
  const [failed, setFailed] = useState<number>();
  return (
    <>
      <h1>Imports</h1>
      {TASKS.map((task) => (
        <button key={task} onClick={() => setTaskId(task)}>
          {task}
        </button>
      ))}
      <p role="status">{failed === undefined ? '' : `${failed} users need a second look.`}</p>
      <ImportReport
        taskId={taskId}
        userId="1505084218764547200"
        credentials={CREDENTIALS}
        onReport={(report) => setFailed(report.failCount)}
      />
    </>
  );
}
