import type { Answer } from '../../domain/waves/response.ts';
import { CodedColumn } from '../coded-column.ts';
import type { Interpretation } from '../types.ts';

type Read = Interpretation['responses'][number];

/**
 * The answers of all responses, question by question: equal answers are one object, so that a hundred thousand responses of sixty
 * questions weigh a byte or two an answer. The answers of one response are put together when they are asked for.
 */
export class AnswerTable {
  private readonly columns: CodedColumn<Answer | undefined>[];
  private readonly byCode: Map<string, CodedColumn<Answer | undefined>>;
  private readonly blank: Record<string, Answer>;

  constructor(private readonly codes: readonly string[]) {
    this.columns = codes.map(() => new CodedColumn<Answer | undefined>(undefined));
    this.byCode = new Map(codes.map((code, at) => [code, this.columns[at]!]));
    // Copying one template keeps all records in the same compact shape.
    this.blank = Object.fromEntries(codes.map((code) => [code, undefined])) as unknown as Record<string, Answer>;
  }

  /** Keeps the answers of response number `at`. */
  put(at: number, answers: Record<string, Answer>): void {
    for (let column = 0; column < this.codes.length; column++) this.columns[column]!.put(at, answers[this.codes[column]!]);
  }

  close(length: number): void {
    for (const column of this.columns) column.close(length);
  }

  /** One answer; undefined when the file does not ask the question. */
  get(at: number, question: string): Answer | undefined {
    return this.byCode.get(question)?.get(at);
  }

  /** All the answers of one response, in the order of the codebook. */
  record(at: number): Record<string, Answer> {
    const record = { ...this.blank };
    for (let column = 0; column < this.codes.length; column++) record[this.codes[column]!] = this.columns[column]!.get(at)!;
    return record;
  }
}

/** A response whose answers stand in a table. */
export class TabledResponse implements Read {
  declare readonly submittedAt?: string;

  constructor(
    private readonly table: AnswerTable,
    private readonly at: number,
    readonly row: number,
    readonly identity: Read['identity'],
    submittedAt: string | undefined
  ) {
    if (submittedAt !== undefined) this.submittedAt = submittedAt;
  }

  get answers(): Record<string, Answer> {
    return this.table.record(this.at);
  }
}
