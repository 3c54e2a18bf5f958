import 'koodrive-import-report';
import { useEffect, useRef } from 'react';

/** Shows the report of a task, and loads the new one when the task changes. */
export function ImportReport({ taskId, userId, credentials, onReport }) {
  const element = useRef(null);
  useEffect(() => {
    const report = element.current;
    report.load(taskId);
    return () => report.abort();
  }, [taskId]);
  return (
    <koodrive-import-report
      ref={element}
      user-id={userId}
      credentials={credentials}
      onkoodrive-report={({ detail }) => onReport(detail.report)}
    />
  );
}
