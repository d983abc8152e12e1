#!/usr/bin/env node
// Starts the native program of this machine, which npm installed as an optional dependency.
"use strict";

const { spawnSync } = require("node:child_process");

const name = `@seaworthy/${process.platform}-${process.arch}`;
let program;
try {
    program = require.resolve(`${name}/bin/seaworthy${process.platform === "win32" ? ".exe" : ""}`);
} catch {
    console.error(`seaworthy: ${name} is not installed: there is no program for this platform, or optional dependencies were left out (--omit=optional).`);
    process.exit(2);
}

const run = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
    console.error(`seaworthy: ${run.error.message}`);
    process.exit(2);
}

if (run.signal) {
    process.kill(process.pid, run.signal);
}

process.exit(run.status ?? 2);
