// Programs of other people that read the API's description, /openapi.json. The test
// worker/test/generators.long.test.mjs runs them, because it has to download them first.

/** The programs from npm, with the version of TypeScript that they need. */
export const npmPrograms = {
	"@redocly/cli": "2.77.0",
	"openapi-typescript": "7.13.0",
	typescript: "5.9.3",
};

/** The Go program that writes clients, and its version. */
export const oapiCodegen = { module: "github.com/oapi-codegen/oapi-codegen/v2", version: "2.8.2" };

/** The result of each program for the API's description, for the table in docs/consumers.md. */
export const generators = [
	{
		program: `${oapiCodegen.module} ${oapiCodegen.version}`,
		gets: "a client that compiles and reads 30 of 30 turns",
	},
	{
		program: `openapi-typescript ${npmPrograms["openapi-typescript"]}`,
		gets: "types that the interview fits",
	},
	{ program: `@redocly/cli ${npmPrograms["@redocly/cli"]}`, gets: "no error and no warning" },
];
