// What TypeScript must accept of a portal's use of the element, and what it must refuse. Checked by tsc, never run.
import type { FollowProgress, ImportReport, KooDriveError } from '../../dist/koodrive-client.js';
import type {
  KooDriveImportReport,
  KooDriveImportReportAttributes,
  ReportState,
  ReportViewState,
} from '../../dist/koodrive-import-report.js';

/** Whether two types are the same, not merely assignable. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const check = <T extends true>(...same: T[]): T[] => same;

const element = document.createElement('koodrive-import-report');
check<Same<typeof element, KooDriveImportReport>>(true);
check<Same<typeof element.state, ReportState>>(true);
check<Same<ReturnType<typeof element.load>, Promise<ImportReport | undefined>>>(true);

element.taskId = '1';
element.locale = null;
element.credentials = { accessToken: async ({ reason, signal }) => (signal.aborted ? '' : reason) };
element.credentials = {
  sign: ({ canonicalRequest }) => canonicalRequest,
  signedEndpoint: 'https://example.com',
};
element.view = { search: 'x', sort: '-userName' } satisfies ReportViewState;
await element.load();
await element.open(new Blob());
element.abort();

element.addEventListener('koodrive-progress', ({ detail }) =>
  check<Same<typeof detail.progress, FollowProgress>>(true),
);
element.addEventListener('koodrive-report', ({ detail }) =>
  check<Same<typeof detail.report, ImportReport>>(true),
);
element.addEventListener('koodrive-error', (event) => {
  check<Same<typeof event.detail.error, KooDriveError>>(true);
  event.preventDefault();
});
element.addEventListener('koodrive-view', ({ detail }) =>
  check<Same<typeof detail.view, ReportViewState>>(true),
);
element.addEventListener('click', (event) => event.clientX);

// For the JSX of a library that the package does not know.
check<Same<KooDriveImportReportAttributes['user-id'], string | undefined>>(true);

// The events bubble.
document.body.addEventListener('koodrive-report', ({ detail }) =>
  check<Same<typeof detail.report, ImportReport>>(true),
);
document.addEventListener('koodrive-view', ({ detail }) =>
  check<Same<typeof detail.view, ReportViewState>>(true),
);
window.addEventListener('koodrive-progress', ({ detail }) =>
  check<Same<typeof detail.progress, FollowProgress>>(true),
);
document.body.addEventListener('koodrive-error', (event) => event.preventDefault());

// @ts-expect-error -- an ID is a text: as a number it would lose digits
element.taskId = 1534087020903704704;
// @ts-expect-error -- what is shown is not set but loaded
element.state = 'report';
// @ts-expect-error -- neither a token nor a signer
element.credentials = { token: 'x' };
// @ts-expect-error -- a file is no text
await element.open('{}');
// @ts-expect-error -- the report is not the error's
document.body.addEventListener('koodrive-error', ({ detail }) => detail.report);
// @ts-expect-error -- there is no such event
element.addEventListener('koodrive-done', ({ detail }) => detail);
