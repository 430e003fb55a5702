import type { Answer, Response } from '#lib/domain/waves/response.ts';
import type { Interpretation } from '#lib/reading/types.ts';

type Read = Interpretation['responses'][number];

/** A response with the initiative that its row is matched to; its answers stay where they were read. */
export class AttachedResponse {
  constructor(
    private readonly read: Read,
    readonly wave: string,
    readonly initiative: string | undefined
  ) {}

  get row(): number {
    return this.read.row;
  }

  get submittedAt(): string | undefined {
    return this.read.submittedAt;
  }

  get answers(): Record<string, Answer> {
    return this.read.answers;
  }
}

/** Whether a response has an initiative: only then it can be written. */
export function isMatched(response: AttachedResponse): response is AttachedResponse & Response {
  return response.initiative !== undefined;
}
