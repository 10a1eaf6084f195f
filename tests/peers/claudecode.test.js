// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setups, startWorld } from "./world.js";

const platform = `${process.platform}-${process.arch}`;
const program = join(
  dirname(createRequire(import.meta.url).resolve(`@anthropic-ai/claude-code-${platform}/package.json`)),
  "claude",
);
const Secret = "The secret word is zanzibar-42.";

/// Runs `claude -p`; nothing but loopback can be reached, nothing but its own folder is home.
function claude(world, args, where) {
  const home = join(world.folder, "home");
  mkdirSync(home, { recursive: true });
  const child = spawn(program, args, {
    cwd: where,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      ANTHROPIC_BASE_URL: world.url,
      ANTHROPIC_AUTH_TOKEN: world.key,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
      DISABLE_AUTOUPDATER: "1",
      HTTP_PROXY: "http://127.0.0.1:9",
      HTTPS_PROXY: "http://127.0.0.1:9",
      NO_PROXY: "127.0.0.1",
    },
  });
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    const limit = setTimeout(() => child.kill("SIGKILL"), 90000);
    child.stdout.on("data", (data) => (out += data));
    child.stderr.on("data", (data) => (err += data));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(limit);
      if (out) resolve(JSON.parse(out));
      else reject(new Error(`claude ended with ${code}: ${err}`));
    });
  });
}

for (const setup of setups) {
  describe(`Claude Code and ${setup.name}`, () => {
    let world;
    before(async () => (world = await startWorld(setup)));
    after(() => world.stop());

    test("a file is read with a tool and its content told", async () => {
      const where = join(world.folder, "project");
      mkdirSync(where);
      const file = join(where, "note.txt");
      writeFileSync(file, Secret + "\n");
      const told = await claude(
        world,
        [
          ...["-p", `Read the file ${file}`, "--model", world.model("read-file")],
          ...["--output-format", "json", "--allowedTools", "Read"],
        ],
        where,
      );
      assert.equal(told.is_error, false, told.result);
      assert.ok(told.result.includes(Secret), told.result);
      assert.equal(told.num_turns, 2);

      const { requests } = await world.fake.seen();
      const path = setup.prefix === "oa/" ? "/v1/chat/completions" : "/v1/messages";
      const chats = requests.filter((request) => request.path === path);
      assert.ok(chats.length >= 2);
      assert.ok(JSON.stringify(chats.at(-1).body).includes(Secret));
    });
  });
}
