import 'koodrive-import-report';
import { useEffect, useRef } from 'react';
import type { KooDriveImportReport } from 'koodrive-import-report';
import type { Credentials, ImportReport as Report } from 'koodrive-import-report/client';

interface Props {
  taskId: string;
  userId: string;
  credentials: Credentials;
  onReport: (report: Report) => void;
}

/** Shows the report of a task, and loads the new one when the task changes. */
export function ImportReport({ taskId, userId, credentials, onReport }: Props) {
  const element = useRef<KooDriveImportReport>(null);

  // Effects set objects and listeners: where the server has rendered the tag, React leaves out those in JSX.
  useEffect(() => {
    element.current!.credentials = credentials;
  }, [credentials]);

  useEffect(() => {
    const listening = new AbortController();
    element.current!.addEventListener('koodrive-report', ({ detail }) => onReport(detail.report), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, [onReport]);

  useEffect(() => {
    const report = element.current!;
    report.load(taskId);
    return () => report.abort();
  }, [taskId]);

  return <koodrive-import-report ref={element} user-id={userId} />;
}
