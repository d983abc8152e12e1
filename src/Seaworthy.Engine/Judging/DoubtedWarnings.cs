using System.Collections.Frozen;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging;

/// <summary>
/// A rule of which strangers refuted more than two of seven verdicts, when they read them against real trees, warns no more:
/// what it finds is left to whoever looks, UNKNOWN (docs/decisions/0008-a-rule-keeps-its-warn.md).
/// </summary>
public static class DoubtedWarnings
{
    /// <summary>Rules with such a record in tests/Seaworthy.Corpus/readings.tsv.</summary>
    public static FrozenSet<string> Doubted { get; } =
        FrozenSet.Create(
            StringComparer.Ordinal,
            [
                "automation/tests-not-run",
                "configuration/build-time-variable-at-run-time",
                "configuration/env-template-missing",
                "configuration/supplied-variable-never-read",
                "configuration/undocumented-variable",
                "configuration/variable-read-under-two-names",
                "containers/dockerfile-never-built",
                "containers/entrypoint-missing",
                "containers/served-file-missing",
                "dependencies/lock-out-of-date",
                "dependencies/undeclared-import",
                "migrations/duplicate-version",
                "observability/alerts-without-alertmanager",
                "orchestration/chart-value-undefined",
                "orchestration/duplicate-object",
                "orchestration/queue-not-listened",
                "orchestration/rolling-update-of-one-writer",
                "orchestration/single-replica-in-production",
                "orchestration/store-sign-in-refused",
                "orchestration/target-port-undefined",
                "pipelines/deploy-without-test",
                "pipelines/masked-failure",
                "pipelines/no-rollback",
                "pipelines/project-missing",
                "ports/caller-on-another-network",
                "ports/default-address-unreachable",
                "ports/endpoint-port-not-listened",
                "ports/router-not-mounted",
                "secrets/signing-key-in-source",
            ]
        );

    /// <summary>Rules with such a record that have left open by themselves, since then, what was refuted, and warn of the rest.</summary>
    public static FrozenSet<string> Mended { get; } =
        // Where nothing of the project answers on the port, nobody can tell who calls the address: a browser, or nobody.
        FrozenSet.Create(StringComparer.Ordinal, "ports/localhost-in-container");

    public static Verdict Weigh(Verdict verdict) =>
        verdict is { Outcome: Outcome.Warn, Rule.Tool: null } && Doubted.Contains(verdict.Rule.Id)
            ? verdict with
            {
                Outcome = Outcome.Unknown,
                Message = $"{verdict.Message} (Look before you act: in other repositories many such findings did not hold.)",
            }
            : verdict;
}
