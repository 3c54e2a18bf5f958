import type { KooDriveImportList, KooDriveListEventMap } from './koodrive-import-list.js';
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

/** The attributes of `<koodrive-import-list>` as markup has them. */
export interface KooDriveImportListAttributes extends Omit<KooDriveImportReportAttributes, 'task-id'> {}

/** The properties that templates set as objects. */
type ObjectNames = 'credentials' | 'client' | 'view' | 'tasks';
type ListObjectNames = 'credentials' | 'client';

/** The other ones that can be set, by the names that Vue's templates compile attributes to: `task-id` is `taskId`. */
type TextNames = 'endpoint' | 'taskId' | 'userId' | 'language' | 'locale' | 'wasmUrl';

type Settable<Element, Names extends keyof Element> = {
  [Name in Names]?: Element[Name] | undefined;
};

/** The events as React's JSX names them: `onkoodrive-report`. */
type JsxEvents<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** The events as Vue's templates compile them: `@koodrive-report` is `onKoodriveReport`. */
type VueEvents<Events> = {
  [Name in keyof Events as Name extends `koodrive-${infer Word}` ? `onKoodrive${Capitalize<Word>}` : never]?:
    ((event: Events[Name]) => void) | undefined;
};

// A portal need not have React or Vue: what is said about the one that it does not have is ignored.
// @ts-ignore
type ReactAttributes<Element> = import('react').DetailedHTMLProps<
  // @ts-ignore
  import('react').HTMLAttributes<Element>,
  Element
>;

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'koodrive-import-report': ReactAttributes<KooDriveImportReport> &
        KooDriveImportReportAttributes &
        Settable<KooDriveImportReport, ObjectNames> &
        JsxEvents<KooDriveEventMap> & { class?: string | undefined };
      'koodrive-import-list': ReactAttributes<KooDriveImportList> &
        KooDriveImportListAttributes &
        Settable<KooDriveImportList, ListObjectNames> &
        JsxEvents<KooDriveListEventMap> & { class?: string | undefined };
    }
  }
}

// @ts-ignore
type VueAttributes = import('vue').HTMLAttributes & import('vue').ReservedProps;

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    'koodrive-import-report': new () => KooDriveImportReport & {
      $props: VueAttributes &
        Settable<KooDriveImportReport, ObjectNames | TextNames> &
        VueEvents<KooDriveEventMap>;
    };
    'koodrive-import-list': new () => KooDriveImportList & {
      $props: VueAttributes &
        Settable<KooDriveImportList, ListObjectNames | Exclude<TextNames, 'taskId'>> &
        VueEvents<KooDriveListEventMap>;
    };
  }
}
