// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

// Starts the scripted provider and, in front of it, the gateway; everything on loopback, every
// file in a folder of its own.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const Key = "sk-fake-upstream";

/// Starts a program and waits for its `listening on URL` line.
async function startServer(program, args, folder) {
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder, LC_ALL: "C.UTF-8" },
  });
  let complaint = "";
  child.stderr.on("data", (data) => (complaint = (complaint + data).slice(-4000)));
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const found = line.match(/listening on (http:\S+)/);
      if (found) resolve(found[1]);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${program} ended with ${code}: ${complaint}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.on("exit", resolve);
      child.kill("SIGTERM");
    });
  return { url, stop };
}

async function startFake(folder) {
  const server = await startServer(process.env.FAKEUPSTREAM, ["--key", Key, "--quiet"], folder);
  const seen = async () => (await fetch(`${server.url}/_fake/requests`)).json();
  return { ...server, seen };
}

function control(folder, args, input = "") {
  const where = ["--json", "--data-dir", join(folder, "data")];
  const done = spawnSync(process.env.OMNIROUTE, [...args, ...where], {
    input,
    encoding: "utf8",
    timeout: 30000,
    env: { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder, LC_ALL: "C.UTF-8" },
  });
  if (done.status !== 0) {
    throw new Error(`${args.join(" ")}: ${done.status} ${done.stdout} ${done.stderr}`);
  }
  return JSON.parse(done.stdout);
}

async function startGateway(fake, folder) {
  const data = join(folder, "data");
  const server = await startServer(
    process.env.OMNIROUTE,
    ["serve", "--port", "0", "--secrets", "memory", "--data-dir", data],
    folder,
  );
  try {
    for (const [kind, prefix] of [
      ["openai-compatible", "oa"],
      ["anthropic-compatible", "an"],
    ]) {
      const where = ["--name", prefix, "--prefix", prefix, "--base-url", `${fake.url}/v1`];
      control(folder, ["account", "add", kind, ...where, "--api-key-stdin"], Key);
    }
    return { ...server, key: control(folder, ["key", "create", "peers"]).key };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/// What a test runs against: the fake itself (proves the fake) or the gateway with one kind of
/// upstream behind it. `model("echo")` is the model's name there.
export const setups = [
  { name: "the fake itself", prefix: "" },
  ...(process.env.OMNIROUTE
    ? [
        { name: "the gateway before an OpenAI upstream", prefix: "oa/" },
        { name: "the gateway before an Anthropic upstream", prefix: "an/" },
      ]
    : []),
];

export async function startWorld(setup) {
  const folder = mkdtempSync(join(tmpdir(), "omniroute-peers-"));
  const fake = await startFake(folder);
  let gateway;
  try {
    if (setup.prefix) gateway = await startGateway(fake, folder);
  } catch (error) {
    // Nothing may stay behind: the test's process waits for its children.
    await fake.stop();
    throw error;
  }
  return {
    url: (gateway ?? fake).url,
    key: gateway?.key ?? Key,
    isGateway: gateway !== undefined,
    folder,
    fake,
    model: (name) => setup.prefix + name,
    async stop() {
      await gateway?.stop();
      await fake.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/// Waits until the condition holds; a second is plenty on one machine, ten are given.
export async function until(condition) {
  for (const end = Date.now() + 10000; Date.now() < end; ) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it never happened");
}
