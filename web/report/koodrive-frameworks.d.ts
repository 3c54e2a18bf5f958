import type { KooDriveEventMap, KooDriveImportReport } from './koodrive-import-report.js';

/** The attributes of `<koodrive-import-report>` as markup has them. */
export interface KooDriveImportReportAttributes {
  /** URL of KooDrive or of a forwarder; without one, the page's own origin. */
  endpoint?: string | undefined;
  /** The task that `load()` asks for. */
  'task-id'?: string | undefined;
  /** X-User-Id. */
  'user-id'?: string | undefined;
  /** Language of KooDrive's texts, BCP 47; without one, that of `locale`. */
  language?: string | undefined;
  /** Language of the element, BCP 47; without one, the browser's. */
  locale?: string | undefined;
  /** URL of koodrive.wasm; without one, the same folder as the module. */
  'wasm-url'?: string | undefined;
}

/** The properties that templates set as objects. */
type ObjectNames = 'credentials' | 'client' | 'view' | 'tasks';

/** The other ones that can be set, by the names that Vue's templates compile attributes to: `task-id` is `taskId`. */
type TextNames = 'endpoint' | 'taskId' | 'userId' | 'language' | 'locale' | 'wasmUrl';

type Settable<Names extends keyof KooDriveImportReport> = {
  [Name in Names]?: KooDriveImportReport[Name] | undefined;
};

/** The events as React's JSX names them: `onkoodrive-report`. */
type JsxEvents = {
  [Name in keyof KooDriveEventMap as `on${Name}`]?: ((event: KooDriveEventMap[Name]) => void) | undefined;
};

/** The events as Vue's templates compile them: `@koodrive-report` is `onKoodriveReport`. */
type VueEvents = {
  [
    Name in keyof KooDriveEventMap as Name extends `koodrive-${infer Word}`
      ? `onKoodrive${Capitalize<Word>}`
      : never
  ]?: ((event: KooDriveEventMap[Name]) => void) | undefined;
};

// A portal need not have React or Vue: what is said about the one that it does not have is ignored.
// @ts-ignore
type ReactAttributes = import('react').DetailedHTMLProps<
  // @ts-ignore
  import('react').HTMLAttributes<KooDriveImportReport>,
  KooDriveImportReport
>;

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'koodrive-import-report': ReactAttributes &
        KooDriveImportReportAttributes &
        Settable<ObjectNames> &
        JsxEvents & { class?: string | undefined };
    }
  }
}

// @ts-ignore
type VueAttributes = import('vue').HTMLAttributes & import('vue').ReservedProps;

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    'koodrive-import-report': new () => KooDriveImportReport & {
      $props: VueAttributes & Settable<ObjectNames | TextNames> & VueEvents;
    };
  }
}
