import type { Text } from './text';

/**
 * A command that cannot be done as asked: what is wrong, in both languages. It ends the command with exit code 1 and its
 * text on stderr. Anything else that is thrown is a fault of the program, not of the person.
 */
export class Refusal extends Error {
  constructor(readonly describe: (text: Text) => string) {
    super('refused');
    this.name = 'Refusal';
  }
}
