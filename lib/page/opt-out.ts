/** By this a publisher takes a part of a page out of reading; on <html> or <body>, all of it (docs/publishers.md). */
export const OPT_OUT = '[data-tallyside="off" i]';
