// What the page's modules share. `Api` is made of the API's own description by build/types.mjs.

interface Window {
  /** Set by config.js. */
  VOICEBOT_API_BASE?: string;
  /** Answers that early.js has asked for, by their paths; each is taken once. */
  voicebotEarly?: Map<string, Promise<Response | null>>;
}

interface Period {
  preset?: string;
  month?: string;
  from?: string;
  to?: string;
}

type Filters = Record<string, string | undefined>;

interface Route {
  view: string;
  agent: string;
  period: Period;
  compare: boolean;
  filters: Filters;
  page: number;
  perPage: number;
  sort: string;
  conversation: string | null;
  /** The ids of the two named views that are set side by side; empty where none is picked. */
  segments: string[];
}

type Query = Record<string, string | number | boolean | null | undefined>;
type Reach = Api.Reach;
type SyncRun = Api.SyncLogList[number];
type Trend = Api.KpiReport["daily_trends"][number];
type FigureChange = NonNullable<Api.KpiReport["comparison"]>["figures"][number];
type Comparison = NonNullable<Api.KpiReport["comparison"]>;
type KpiFigures = Api.KpiReport | NonNullable<Api.KpiReport["previous"]>;
type CriterionStats = Api.KpiReport["criteria_stats"][number];
type ListedConversation = Api.ConversationList["conversations"][number];
type Turn = Api.ConversationDetail["transcript"][number];

interface RunWatch {
  runs: SyncRun[] | null;
  error: unknown;
  check(): Promise<void>;
}

/** What all views share; made by app.js. */
interface App {
  route: Route;
  session: Api.Session;
  settings: Api.Settings;
  health: Api.Health;
  months: string[] | null;
  listed: { ids: string[]; page: number; pages: number };
  unseen: number | null;
  waiting: number | null;
  revision: number;
  setupOpen: boolean;
  /** True once the view shows what it asked for. */
  loading: Promise<boolean> | undefined | null | unknown;
  runs: RunWatch;
  on(name: string, listener: (detail: any) => void, signal?: AbortSignal): void;
  emit(name: string, detail?: unknown): void;
  href(route: Route): string;
  readHref(href: string): Route;
  today(): string;
  periodQuery(): Query;
  kpiQuery(): Query;
  mayWrite(): boolean;
  listQuery(options?: { page?: number }): Query;
  configured(): boolean;
  inSetup(): boolean;
  navigate(route: Route, options?: { replace?: boolean; focus?: boolean }): void;
  loadFacts(): Promise<void>;
  loadMonths(): Promise<void>;
  loadUnseen(): Promise<void>;
  setUnseen(count: number): void;
  setWaiting(count: number): void;
  refresh(): Promise<unknown>;
  criterionName(id: string): string;
  learnCriteria(named: Array<[string, string | null]>): void;
  awaitsNames(): boolean;
  agentName(id: string): string;
  changeLanguage(code: string): void;
  /** Prints what is shown; of the dashboard the report, once it is there. */
  print(): Promise<void> | void;
}

interface View {
  node: HTMLElement;
  /** What it adds to the bar above all views; `start` takes the place of agent and period. */
  bar?: { start?: Child; end?: Child };
  update(): unknown;
  destroy?(): void;
}

/** Children of an element: nodes, texts, arrays of them; what is not there is left out. */
type Child = Node | string | number | null | undefined | false | "" | 0 | Child[];

type Field = HTMLElement & { control: any; showError(text: string | null): void };

interface Column {
  title: string;
  numeric?: boolean;
}

/** Text key or key with values, value or values, unit, filters, role of its share, day, view. */
type KpiPart = [
  label: string | ({ key: string } & Record<string, any>),
  value: number | null | Array<number | null>,
  unit: string,
  filters?: Filters | null,
  role?: string | null,
  day?: string | null,
  view?: string,
];

interface KpiCard {
  id: string;
  group: string;
  /** Shown with the twelve, but none of them. */
  extra?: boolean;
  unit: string;
  /** Its name in the comparison; none where it is not compared. */
  figure?: string;
  counted: string;
  filters?: Filters;
  view?: string;
  value(report: Api.KpiReport, today: string): number | null;
  n(report: Api.KpiReport, today: string): number;
  /** Of how many these are known. */
  all?(report: Api.KpiReport): number;
  /** Of a rate: part and whole. */
  counts?(report: Api.KpiReport): [number, number];
  /** Where it is several numbers: the key of each name, the number, and its conversations. */
  several?(report: Api.KpiReport): Array<[string, number, Filters]>;
  parts(report: Api.KpiReport, today: string): Array<KpiPart | undefined | false>;
}

/** By the column's id: shown, or left out, because somebody said so. */
type ChosenColumns = Record<string, boolean>;

type Review = Api.Reviews["reviews"][number];
type Callback = Api.Callbacks["callbacks"][number];

type SavedView = Api.Views["views"][number];

interface ListColumn {
  id: string;
  sort?: string;
  title?: string;
  class?: string;
  /** Always shown. */
  fixed?: boolean;
  /** Pixels; 0 takes what the others leave. */
  width: number;
  /** Low comes first; a column without one comes by choice only. */
  priority?: number;
  /** Comes by itself only where a list and what is read have room beside each other. */
  twoPanes?: boolean;
  /** The condition that can make it say the same in all rows. */
  constant?: string;
  applies?(app: App): boolean;
  cell?(app: App, row: ListedConversation): Child;
  expand?(app: App, answer: Api.ConversationList): ListColumn[];
}

/** Something that stands in the way, as `/api/health` tells it; its code may be one that this page does not know. */
interface Problem {
  code: string;
  /** error, warning or advice. */
  severity?: string;
  /** In English. */
  detail?: string;
  agent_id?: string | null;
  since?: string | null;
  remedy?: { action: string; params?: Record<string, string> } | null;
}
