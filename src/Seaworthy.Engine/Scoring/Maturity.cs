using Seaworthy.Model.Topology;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>The stage of a repository, and what to do to reach the next one.</summary>
/// <param name="Wanting">Each in a few words; empty on the last stage.</param>
public sealed record Maturity(Stage Stage, IReadOnlyList<string> Wanting)
{
    /// <summary>Null on the last stage.</summary>
    public Stage? Next => Stage == Stage.Operated ? null : Stage + 1;

    /// <summary>Null where nothing runs on a server: a library and a page of files have no operation.</summary>
    public static Maturity? Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Deployment.Scale.Kind < ScaleKind.Prototype)
        {
            return null;
        }

        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.Prototype))
        {
            if (Wants(stage, report).ToList() is { Count: > 0 } wanting)
            {
                return new Maturity(stage - 1, wanting);
            }
        }

        return new Maturity(Stage.Operated, []);
    }

    private static IEnumerable<string> Wants(Stage stage, Report report) =>
        stage switch
        {
            Stage.Automated => Lacking(report, CapabilityKind.Pipeline),
            Stage.Safeguarded => Grave(report)
                .Concat(Lacking(report, CapabilityKind.TestRun, CapabilityKind.StoreBackup, CapabilityKind.Encryption)),
            Stage.Operated => Lacking(report, CapabilityKind.Metrics, CapabilityKind.ErrorTracking, CapabilityKind.Alerts),
            _ => [],
        };

    private static IEnumerable<string> Grave(Report report) =>
        report.Findings.Any(finding => finding.Verdict.Outcome == Outcome.Fail && finding.Severity >= Severity.High)
            ? ["fix every high and critical failure"]
            : [];

    /// <summary>What nobody needs here is not asked for, and what the tree cannot tell is not shown.</summary>
    private static IEnumerable<string> Lacking(Report report, params CapabilityKind[] kinds) =>
        kinds
            .Where(kind => report.Deployment.Capabilities.Any(one => one.Kind == kind && one.Level != CapabilityLevel.Present))
            .Select(NameOf);

    private static string NameOf(CapabilityKind kind) =>
        kind switch
        {
            CapabilityKind.Pipeline => "add a pipeline",
            CapabilityKind.TestRun => "run tests in the pipeline",
            CapabilityKind.StoreBackup => "back up every store",
            CapabilityKind.Encryption => "encrypt traffic from outside",
            CapabilityKind.Metrics => "expose metrics",
            CapabilityKind.ErrorTracking => "collect errors",
            _ => "set up alerts",
        };
}
