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

export interface RetryFileOptions extends ExportOptions {
  /** Whether the rows of ambiguous names are written, all of them. Default `leave-out`. */
  ambiguous?: 'leave-out' | 'all';
}

export interface ReviewFileOptions extends ExportOptions {
  /** The header of the column with the line in the file. Default `line`. */
  lineLabel?: string;
  /** The header of the column with the reason. Default `desc`. */
  reasonLabel?: string;
}

/** Which failure stands in which row of the import file. */
export interface ImportMatch {
  /** Index of the column of names; undefined if no column holds a failure's name. */
  readonly column: number | undefined;
  /** Failures that are matched with a row of their own. */
  readonly matchedRows: number;
  /** Positions of failures whose name stands in no row. */
  readonly unmatched: readonly number[];
  readonly ambiguous: readonly AmbiguousName[];
  /** 1-based lines of the rows in the file that bear the failure's name: one if it is matched. */
  linesOf(position: number): readonly number[];
  /** Undefined unless the failure is matched. */
  strengthOf(position: number): MatchStrength | undefined;
  /** The header and the failed rows, byte for byte as they stand in the file: to be corrected and imported again. */
  toRetryFile(options?: RetryFileOptions): File;
  /** For people: line, reason and the original columns, as CSV for spreadsheet programs. Texts that could start a formula are escaped. */
  toReviewFile(options?: ReviewFileOptions): File;
  /** Frees the memory inside the module; later calls throw. */
  close(): void;
  [Symbol.dispose](): void;
}

/** Positions of failures by what became of them since an earlier import. */
export interface RunComparison {
  readonly newFailures: readonly number[];
  /** Failed earlier for the same reason. */
  readonly stillFailing: readonly number[];
  /** Failed earlier for another reason. */
  readonly failingOtherwise: readonly number[];
  /** Several failures have the same name, more or fewer than earlier. */
  readonly unclear: readonly number[];
  /** Positions in the earlier report of failures that are no longer listed. They may not have been imported again. */
  readonly noLongerFailing: readonly number[];
}
