// A picture of attention in words, for those who do not see it.

import { small } from './numbers.js';

const NAMED = 12; // tokens: more than that, nobody listens to

/** reads: for each token that reads, in their order, { reader, read, weight } with what it reads most. */
export function readsMost(reads) {
  const said = reads.slice(0, NAMED).map(({ reader, read, weight }) => `${reader} reads most from ${read} (${small(weight)})`);
  const more = reads.length - said.length;
  return `${said.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`;
}
