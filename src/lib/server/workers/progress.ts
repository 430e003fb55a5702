/** How far a task is. `done` runs 0 to 1 and never goes back. */
export type Progress = { step: string; done: number };
