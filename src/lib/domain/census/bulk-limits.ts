/** Lines that can be ticked one by one and changed together: their names go into an address, which has a length. */
export const MOST_TICKED = 300;
/** Lines of a search that can be changed together. */
export const MOST_FOUND = 1_000;
