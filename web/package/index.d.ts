// Types of the npm package quoteline.
import "./quote-timeline.js";

export type * from "./quote-timeline.js";

/**
 * Loads the script of the <quote-timeline> element, which then works in the whole page. On a
 * server, where no elements exist, it does nothing.
 *
 * @param address of quote-timeline.js: on the server of the transcripts, or where the app
 *   serves the package's files
 */
export function load(address: string | URL): Promise<void>;
