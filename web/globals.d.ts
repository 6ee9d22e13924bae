// Declares the names that web/build.mjs replaces by values, for the type checker.

/** Addresses of built files, relative to the script that uses them; see web/build.mjs. */
declare const __STYLE__: string;
declare const __AFTER__: string;
declare const __OLD__: string;
declare const __PROGRAM__: string;
declare const __WIDGET__: string;
declare const __LIVE__: string;
declare const __RUNTIME__: string;
declare const __WORKER__: string;
declare const __PROGRAM_OF_STUDIO__: string;
/** Addresses of the files with the interface's texts, by language tag such as "fr". */
declare const __WORDS__: Record<string, string>;

/**
 * The part of the Trusted Types API (section 4.1) that is used here. The functions of a
 * policy return objects. But their type here is string, because the objects can be used like
 * strings.
 */
declare var trustedTypes:
	| {
			createPolicy<R extends Record<string, (text: string) => string>>(name: string, rules: R): R;
	  }
	| undefined;
