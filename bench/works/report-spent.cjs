// Loaded into a measured process before everything else: when it ends, it writes down what it cost.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const spent = { seconds: (user + system) / 1e6, memory: process.resourceUsage().maxRSS * 1024 };
  writeFileSync(process.env.TENET_BENCH_REPORT, JSON.stringify(spent));
});
