// Names that the build replaces, as the type checker sees them.

/** Addresses of built files, relative to the script that names them; see web/build.mjs. */
declare const __STYLE__: string;
declare const __PROGRAM__: string;
declare const __WIDGET__: string;
declare const __LIVE__: string;
declare const __RUNTIME__: string;
declare const __WORKER__: string;
declare const __PROGRAM_OF_STUDIO__: string;
/** Addresses of the interface's words by language tag. */
declare const __WORDS__: Record<string, string>;

/** Trusted Types, section 4.1, as far as it is used: what it makes goes where a string goes. */
declare var trustedTypes:
	| {
			createPolicy<R extends Record<string, (text: string) => string>>(name: string, rules: R): R;
	  }
	| undefined;
