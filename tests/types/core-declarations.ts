// The public declarations of the client against those that Embind writes for the WebAssembly module. Checked by tsc,
// never run.
import type {
  AttemptsMade,
  Diagnostics,
  Failure as CoreFailure,
  MainModule,
  QueryProgress,
  QueryRecord,
  Reason as CoreReason,
  ReasonPattern as CoreReasonPattern,
  ReportHandle,
  Row as CoreRow,
  TaskResultClient,
  UserImportFailInfo as CoreFailInfo,
  UserImportResultDto,
  ViewHandle,
  ViewRecord,
} from 'koodrive-module';
import type { ACCESS_TOKEN_FORMATS as ClientFormats } from '../../web/client/access-token-formats.js';
import type { ClientErrorReason } from '../../web/client/errors.js';
import type {
  ACCESS_TOKEN_FORMATS,
  AccessTokenFormat,
  FollowedState,
  ImportReport,
  KooDriveError,
  KooDriveErrorKind,
  KooDriveErrorReason,
  ModuleDiagnostics,
  Progress,
  Reason,
  ReasonPattern,
  ReportWarning,
  ReportView,
  Row,
  SigningRequest,
  Task,
  UserImportFailInfo,
  ViewOptions,
} from '../../web/client/koodrive-client.js';
import type { errors } from '../../web/locales/errors/en-US.js';

/** Whether two types are the same, not merely assignable. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Whether a value of either type is one of the other, `readonly` left aside. */
type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Whether `Part` is a member of `Whole` by name and type. */
type Within<Whole, Part> = Alike<Part, Pick<Whole, keyof Whole & keyof Part>>;
const check = <T extends true>(...same: T[]): T[] => same;

// What a report holds.
check<Alike<CoreFailInfo, UserImportFailInfo>>(true);
check<Alike<CoreRow, Row>>(true);
check<Alike<CoreReason, Reason>>(true);
check<Alike<CoreReasonPattern, ReasonPattern>>(true);
check<Within<ImportReport, UserImportResultDto>>(true);
check<
  Alike<
    ReturnType<ReportHandle['warnings']>[number],
    // The client itself judges what a saved report says of its source.
    Exclude<ReportWarning, { kind: 'provenance-unreadable' }>
  >
>(true);
check<Same<ReturnType<ReportHandle['failInfoList']>, CoreFailInfo[]>>(true);
check<Same<ReturnType<ViewHandle['rows']>, CoreRow[]>>(true);
check<Same<ReturnType<ViewHandle['positions']>, ReturnType<ReportView['positions']>>>(true);
check<Same<ViewRecord['sortBy'], NonNullable<ViewOptions['sortBy']>>>(true);

// How a query goes on and ends.
type Callbacks = Parameters<TaskResultClient['queryTaskResult']>[1];
check<Same<QueryProgress['phase'], Progress['phase']>>(true);
check<
  Within<Required<Extract<Progress, { phase: 'receiving' }>>, { receivedBytes: number; totalBytes: number }>
>(true);
check<Alike<Parameters<Callbacks['needSignature']>[0], Omit<SigningRequest, 'signal'>>>(true);
check<Same<AttemptsMade, { attempts: number; traceId: string | undefined }>>(true);
check<Within<ModuleDiagnostics, Diagnostics>>(true);

// The calls about tasks. Times cross the border as numbers.
type AnswerTo<Calls extends { settle(outcome: any): void }> = Extract<
  Parameters<Calls['settle']>[0],
  { ok: true }
>['value']['answer'];
type TaskAnswer = AnswerTo<Parameters<TaskResultClient['queryTask']>[1]>;
type ListAnswer = AnswerTo<Parameters<TaskResultClient['listTasks']>[4]>;
type Dated<T> = { [Key in keyof T]: Key extends `${string}Time` ? Date | undefined : T[Key] };
check<Alike<Dated<TaskAnswer>, Task>>(true);
check<Same<ListAnswer, { tasks: TaskAnswer[]; nextCursor: string | undefined }>>(true);
check<Same<Parameters<MainModule['nextFollowStep']>[1], FollowedState>>(true);

// What goes wrong: each reason is the core's or the client's, and has a sentence.
type SentenceKey = Exclude<keyof typeof errors, `${string}.${string}` | 'check-clock'>;
check<Same<KooDriveErrorKind, CoreFailure['kind']>>(true);
check<Same<KooDriveErrorReason, CoreFailure['reason'] | ClientErrorReason>>(true);
check<Same<CoreFailure['reason'] & ClientErrorReason, never>>(true);
check<Same<KooDriveErrorReason, SentenceKey>>(true);
type PublicDetail = Exclude<keyof KooDriveError, keyof Error | 'kind' | 'reason'>;
check<Same<Exclude<PublicDetail, keyof CoreFailure['details']>, never>>(true);

// An outcome says by `ok` what else it has.
const decoded = (null as unknown as MainModule).decode(new Uint8Array());
check<Same<typeof decoded, { ok: true; value: ReportHandle } | { ok: false; error: CoreFailure }>>(true);
// @ts-expect-error -- whether there is a value is not known before `ok` was asked
void decoded.value;

// The formats of a token: the core's, the client's list and the public type.
check<Same<QueryRecord['accessTokenFormat'], AccessTokenFormat>>(true);
check<Same<(typeof ClientFormats)[number], AccessTokenFormat>>(true);
check<Same<typeof ClientFormats, typeof ACCESS_TOKEN_FORMATS>>(true);
