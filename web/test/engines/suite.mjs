// The tests that every engine has to pass.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Stage } from "../support/fixture.mjs";
import { testShift } from "./articleshift.mjs";
import { testSeveral } from "./elements.mjs";
import { testFrames } from "./frames.mjs";
import { testHeight } from "./height.mjs";
import { testIsolation } from "./isolation.mjs";
import { tourPlaces } from "./matrix.mjs";
import { testReading } from "./reader.mjs";
import { testPrivacy } from "./requests.mjs";
import { published, table } from "./supportmatrix.mjs";

/** @param {string} engine by its name in support/engines.mjs */
export function inEngine(engine) {
	describe(`Embedding in ${engine}`, { timeout: 600_000 }, () => {
		const stage = new Stage(engine);
		before(() => stage.open());
		after(() => stage.close());
		testReading(stage);
		testFrames(stage);
		testHeight(stage);
		testIsolation(stage);
		testShift(stage);
		testPrivacy(stage);
		testSeveral(stage);
		tourPlaces(stage);
		test("the README's table is what these tests expect", () => assert.equal(published(), table()));
	});
}
