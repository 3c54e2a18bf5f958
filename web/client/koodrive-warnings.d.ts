/** What a reader has to know about a report, by its kind. */
export type ReportWarning =
  | { readonly kind: 'count-mismatch'; readonly failCount: number; readonly listed: number }
  | { readonly kind: 'fail-count-absent'; readonly listed: number }
  | { readonly kind: 'success-count-absent' }
  | { readonly kind: 'duplicate-member'; readonly pointer: string; readonly count: number }
  | { readonly kind: 'clock-corrected'; readonly offsetMs: number }
  | { readonly kind: 'duplicate-user-names'; readonly names: number; readonly rows: number }
  | { readonly kind: 'without-user-name'; readonly count: number }
  | { readonly kind: 'without-reason'; readonly count: number }
  | { readonly kind: 'odd-user-names'; readonly count: number }
  | { readonly kind: 'odd-reasons'; readonly count: number }
  | { readonly kind: 'long-user-names'; readonly count: number }
  | { readonly kind: 'provenance-unreadable' }
  | { readonly kind: 'nothing-imported' };

/** The warnings that are about single rows, of which a view can be made. */
export type NotedRows =
  'without-user-name' | 'without-reason' | 'odd-user-names' | 'odd-reasons' | 'long-user-names';

/** Neighbouring characters of a text that a reader does not see, or takes for others. */
export interface Oddity {
  readonly kind:
    | 'blank-at-start'
    | 'blank-at-end'
    | 'doubled-blank'
    | 'special-blank'
    | 'zero-width'
    | 'control'
    | 'bidi'
    | 'full-width'
    | 'look-alike';
  /** Where it starts, in UTF-16 units. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}
