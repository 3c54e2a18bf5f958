import type { ExportOptions } from './koodrive-client.js';

/** An encoding in which spreadsheet programs save comma-separated values. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface ImportFileOptions {
  /** Default: what the byte order mark says; else UTF-8 if the file is valid UTF-8; else GB18030. */
  encoding?: FileEncoding;
  /** One ASCII character. Default: what a `sep=` line says, else the comma, semicolon or tab that divides the records best. */
  delimiter?: string;
}

/** The file that an administrator imported: comma-separated values with a header. */
export interface ImportFile {
  /** Undefined unless the file was opened as a `File`. */
  readonly name: string | undefined;
  readonly encoding: FileEncoding;
  readonly delimiter: string;
  /** The header's fields. */
  readonly columns: readonly string[];
  /** Records after the header. */
  readonly rowCount: number;
  /** Frees the memory inside the module; matches that were made keep what they need. */
  close(): void;
  [Symbol.dispose](): void;
}

/**
 * How alike a failure's name and the name in its row are: the same; the same but for blanks around them, case or width; or the
 * same but for an "@domain" that one of them lacks.
 */
export type MatchStrength = 'exact' | 'folded' | 'without-domain';

/** Failures and rows with the same name, but not as many of the one as of the other. */
export interface AmbiguousName {
  readonly positions: readonly number[];
  /** 1-based lines of the rows in the file. */
  readonly lines: readonly number[];
}

export interface RetryFileOptions extends Pick<ExportOptions, 'view'> {
  /** Whether the rows of ambiguous names are written, all of them. Default `leave-out`. */
  ambiguous?: 'leave-out' | 'all';
}

export interface ReviewFileOptions extends Pick<ExportOptions, 'view'> {
  /** The header of the column with the line in the file. Default `line`. */
  lineLabel?: string;
  /** The header of the column with the reason. Default `desc`. */
  reasonLabel?: string;
}

/** Which failure stands in which row of the import file. */
export interface ImportMatch {
  /** Name of the import file; undefined unless it was opened as a `File`. */
  readonly fileName: string | undefined;
  /** Index of the column of names; undefined if no column holds a failure's name. */
  readonly column: number | undefined;
  /** Failures that are matched with a row of their own. */
  readonly matchedRows: number;
  /** Positions of failures whose name stands in no row. */
  readonly unmatched: readonly number[];
  readonly ambiguous: readonly AmbiguousName[];
  /** Those of `ambiguous` with more rows than failures. */
  readonly inSeveralRows: readonly AmbiguousName[];
  /** The other ones of `ambiguous`: their rows are claimed by several failures, some perhaps by one with a name that is more alike. */
  readonly claimed: readonly AmbiguousName[];
  /** Positions of matched failures, by the strength of the match. */
  readonly exact: readonly number[];
  readonly folded: readonly number[];
  readonly withoutDomain: readonly number[];
  /** By position: the first of the failure's lines, 0 if it has none. */
  readonly lines: Uint32Array;
  /** 1-based lines of the rows in the file that bear the failure's name: one if it is matched. */
  linesOf(position: number): readonly number[];
  /** Undefined unless the failure is matched. */
  strengthOf(position: number): MatchStrength | undefined;
  /** The header and the failed rows, byte for byte as they stand in the file: to be corrected and imported again. */
  toRetryFile(options?: RetryFileOptions): File;
  /** How many rows the retry file would have. */
  retryRowCount(options?: RetryFileOptions): number;
  /** For people: line, reason and the original columns, as CSV for spreadsheet programs. Texts that could start a formula are escaped. */
  toReviewFile(options?: ReviewFileOptions): File;
  /** The header and the rows of the review file, unescaped, for another format such as a workbook. */
  reviewRows(options?: ReviewFileOptions): Iterable<readonly string[]>;
  /** Frees the memory inside the module; later calls throw. */
  close(): void;
  [Symbol.dispose](): void;
}

/** What became of a failure since an earlier import: see the lists of `RunComparison`. */
export type FailureChange = 'new' | 'same-reason' | 'other-reason' | 'unclear';

/** Positions of failures by what became of them since an earlier import. */
export interface RunComparison {
  readonly newFailures: readonly number[];
  /** Failed earlier for the same reason. */
  readonly stillFailing: readonly number[];
  /** Failed earlier for another reason. */
  readonly failingOtherwise: readonly number[];
  /** They have no name, or one that several failures have, more or fewer than earlier. */
  readonly unclear: readonly number[];
  /** Positions in the earlier report of failures that are no longer listed. They may not have been imported again. */
  readonly noLongerFailing: readonly number[];
  /** Undefined if there is no failure at this position. */
  changeOf(position: number): FailureChange | undefined;
  /** The position in the earlier report of the failure that it is matched with, by name. */
  earlierOf(position: number): number | undefined;
  /** How alike the two names are; undefined unless there is an earlier failure. */
  strengthOf(position: number): MatchStrength | undefined;
}
