// What TypeScript must accept of the tag in JSX, and what it must refuse. Checked by tsc in the React example, never run.
import 'koodrive-import-report';
import { createRef } from 'react';
import type {
  FollowProgress,
  ImportReport,
  KooDriveClient,
  KooDriveError,
  Task,
} from 'koodrive-import-report/client';
import type { KooDriveImportReport, ReportViewState } from 'koodrive-import-report';

const element = createRef<KooDriveImportReport>();
const take = <T,>(value: T) => void value;

export const accepted = (
  <koodrive-import-report
    ref={element}
    key="report"
    id="report"
    class="wide"
    className="wide"
    style={{ display: 'block' }}
    aria-label="Import"
    hidden={false}
    onClick={(event) => take<number>(event.clientX)}
    endpoint="/forwarded/"
    task-id="1"
    user-id={undefined}
    language="zh-CN"
    locale="zh-CN"
    wasm-url="/koodrive.wasm"
    credentials={{ accessToken: async ({ signal }) => String(signal.aborted) }}
    client={{} as KooDriveClient}
    view={{ search: 'x' }}
    onkoodrive-progress={({ detail }) => take<FollowProgress>(detail.progress)}
    onkoodrive-report={({ detail }) => take<ImportReport>(detail.report)}
    onkoodrive-error={(event) => {
      take<KooDriveError>(event.detail.error);
      event.preventDefault();
    }}
    onkoodrive-view={({ detail }) => take<ReportViewState>(detail.view)}
  />
);

export const list = (
  <koodrive-import-list
    user-id="1"
    client={{} as KooDriveClient}
    onkoodrive-select={({ detail }) => take<Task>(detail.task)}
  />
);

// @ts-expect-error -- there is no such attribute
export const unknown = <koodrive-import-report user="1" />;
// @ts-expect-error -- the server would write an attribute that the element does not have
export const property = <koodrive-import-report taskId="1" />;
// @ts-expect-error -- an ID is a text: as a number it would lose digits
export const number = <koodrive-import-report task-id={1534087020903704704} />;
// @ts-expect-error -- neither a token nor a signer
export const token = <koodrive-import-report credentials={{ token: 'x' }} />;
