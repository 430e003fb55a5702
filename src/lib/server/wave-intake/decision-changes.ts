import type { Decisions } from '#lib/reading/types.ts';

/** One decision before and after. `key` is a path within its section: `annual_budget`, `["objectives","Accès"]`, `12:5`. */
export type DecisionChange = { section: keyof Decisions; key: string; before: string | null; after: string | null };

type Flat = Map<string, { section: keyof Decisions; key: string; value: string }>;

const SECTIONS: (keyof Decisions)[] = ['sheet', 'headerRows', 'questions', 'options', 'matches', 'rows', 'asks', 'acknowledged', 'corrections'];

function flatten(decisions: Decisions): Flat {
  const flat: Flat = new Map();
  const add = (section: keyof Decisions, key: string, value: string): void => void flat.set(`${section} ${key}`, { section, key, value });
  for (const section of SECTIONS) {
    const value = decisions[section];
    if (value === undefined) continue;
    if (section === 'sheet') add(section, '', String(value));
    else if (section === 'headerRows') add(section, '', JSON.stringify(value));
    else if (section === 'acknowledged') for (const key of decisions.acknowledged ?? []) add(section, key, 'seen');
    else if (section === 'options') {
      for (const [question, texts] of Object.entries(decisions.options ?? {})) for (const [seen, option] of Object.entries(texts)) add(section, JSON.stringify([question, seen]), option);
    } else for (const [key, choice] of Object.entries(value)) add(section, key, String(choice));
  }
  return flat;
}

/** What differs between two states of the decisions, one entry per decision. */
export function decisionChanges(before: Decisions, after: Decisions): DecisionChange[] {
  const [old, now] = [flatten(before), flatten(after)];
  const changes: DecisionChange[] = [];
  for (const [path, { section, key, value }] of now) {
    const was = old.get(path)?.value ?? null;
    if (was !== value) changes.push({ section, key, before: was, after: value });
  }
  for (const [path, { section, key, value }] of old) if (!now.has(path)) changes.push({ section, key, before: value, after: null });
  return changes;
}

/** The decisions with one of them set, or taken away when `value` is null. */
export function setDecision(decisions: Decisions, section: keyof Decisions, key: string, value: string | null): Decisions {
  const copy = structuredClone(decisions);
  const put = (record: Record<string, string>): void => {
    if (value === null) delete record[key];
    else record[key] = value;
  };
  if (section === 'sheet') {
    if (value === null) delete copy.sheet;
    else copy.sheet = value;
  } else if (section === 'headerRows') {
    if (value === null) delete copy.headerRows;
    else copy.headerRows = JSON.parse(value) as number[];
  } else if (section === 'acknowledged') {
    const others = (copy.acknowledged ?? []).filter((each) => each !== key);
    copy.acknowledged = value === null ? others : [...others, key];
  } else if (section === 'options') {
    const [question, seen] = JSON.parse(key) as [string, string];
    const texts = { ...copy.options?.[question] };
    if (value === null) delete texts[seen];
    else texts[seen] = value;
    copy.options = { ...copy.options, [question]: texts };
  } else put((copy[section] ??= {}) as Record<string, string>);
  return copy;
}

/**
 * The decisions with a step taken back. A decision that changed again since is left alone.
 *
 * @returns the decisions, and how many of the step's changes could not be taken back
 */
export function undoChanges(decisions: Decisions, changes: DecisionChange[]): { decisions: Decisions; superseded: number } {
  const now = flatten(decisions);
  let [result, superseded] = [decisions, 0];
  for (const { section, key, before, after } of changes) {
    if ((now.get(`${section} ${key}`)?.value ?? null) !== after) superseded++;
    else result = setDecision(result, section, key, before);
  }
  return { decisions: result, superseded };
}
