using System.Text.Json;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The report for code scanning: FAIL and WARN as results to act on, UNKNOWN as open questions; what holds is not written.</summary>
/// <remarks>Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0 plus Errata 01; GitHub documentation, "SARIF support for code scanning".</remarks>
public static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rules = report.Rules.Where(rule => !rule.IsNotApplicable).Select(rule => rule.Rule).ToList();
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteObjects("runs", [report], (_, _) => WriteRun(json, report, rules));
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, Report report, IReadOnlyList<RuleInfo> rules)
    {
        WriteTool(json, rules);
        json.WriteObjects("invocations", [report], (_, _) => WriteInvocation(json, report));
        WriteRoot(json);
        WriteVersion(json, report.Repository);
        json.WriteString("columnKind", "utf16CodeUnits");
        var indexes = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        json.WriteObjects(
            "results",
            report.Findings.Concat(report.Suppressed).Where(finding => finding.Outcome != Outcome.Pass),
            (_, finding) => WriteResult(json, finding, indexes[finding.Rule.Id], report)
        );
        if (report.Claims is { } claims)
        {
            json.WriteStartObject("properties");
            ClaimsJson.WritePart(json, claims);
            json.WriteEndObject();
        }
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<RuleInfo> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Seaworthy");
        json.WriteString("version", ProductVersion.Text);
        json.WriteString("semanticVersion", ProductVersion.Text);
        json.WriteOptional("informationUri", RuleSite.Address);
        json.WriteObjects("rules", rules, SarifRule.Write);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, Report report)
    {
        json.WriteBoolean("executionSuccessful", !report.IsIncomplete);
        json.WriteObjects("toolExecutionNotifications", report.Diagnostics, WriteNotification);
    }

    private static void WriteNotification(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        // The id says enough: GitHub refuses descriptors of notifications that lack the help of a rule.
        json.WriteStartObject("descriptor");
        json.WriteString("id", Words.Of(diagnostic.Kind));
        json.WriteEndObject();
        json.WriteString("level", diagnostic.IsIncomplete ? "error" : "note");
        SarifText.Write(json, "message", diagnostic.Message);
        if (diagnostic.Path is { } path)
        {
            json.WriteObjects("locations", [path], SarifPlace.WriteFile);
        }
    }

    // Where the root lies is nobody's business: a reader of the report knows where the repository is.
    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifPlace.Root);
        SarifText.Write(json, "description", "The root of the audited tree.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // SARIF 2.1.0, 3.14.16: only a repository that has an address can be named.
    private static void WriteVersion(Utf8JsonWriter json, RepositoryIdentity? repository)
    {
        if (repository is not { Host: { } host })
        {
            return;
        }

        json.WriteObjects(
            "versionControlProvenance",
            [repository],
            (_, version) =>
            {
                json.WriteString("repositoryUri", host.Address);
                json.WriteOptional("revisionId", version.Commit);
                json.WriteOptional("branch", version.Branch);
            }
        );
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int ruleIndex, Report report)
    {
        var verdict = finding.Verdict;
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", finding.Outcome == Outcome.Unknown ? "open" : "fail");
        json.WriteString("level", Level(finding, report));
        json.WriteNumber("rank", Rank(finding));
        SarifText.WriteMessage(json, verdict);
        json.WriteObjects("locations", [verdict.Locations[0]], (_, location) => SarifPlace.Write(json, location));
        if (verdict.Locations.Count > 1)
        {
            json.WriteObjects(
                "relatedLocations",
                verdict.Locations.Skip(1).Index(),
                (_, related) => SarifPlace.WriteRelated(json, related.Item, related.Index + 1, report)
            );
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("seaworthy/v1", finding.Id);
        json.WriteEndObject();
        WriteSuppressions(json, finding, report);
        WriteProperties(json, finding, report);
    }

    // SARIF 2.1.0, 3.27.23: where one result says whether it is suppressed, all do.
    private static void WriteSuppressions(Utf8JsonWriter json, Finding finding, Report report)
    {
        if (report.Suppressed.Count > 0)
        {
            json.WriteObjects("suppressions", new[] { finding.Suppression }.OfType<Suppression>(), WriteSuppression);
        }
    }

    private static void WriteSuppression(Utf8JsonWriter json, Suppression suppression)
    {
        json.WriteString("kind", suppression.Kind == SuppressionKind.Comment ? "inSource" : "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", Quote.Text(SuppressionText.Of(suppression)));
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding, Report report)
    {
        json.WriteStartObject("properties");
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("certainty", Words.Of(finding.Verdict.Certainty));
        json.WriteString("scope", Words.Of(finding.Verdict.Scope.Scope));
        json.WriteBoolean("blocks", report.IsBlockedBy(finding));
        json.WriteString("subject", Quote.Text(finding.Verdict.About));
        json.WriteOptional("remediation", finding.Verdict.Remediation);
        json.WriteOptional("verify", finding.Verdict.Verification);
        json.WriteEndObject();
    }

    private static string Level(Finding finding, Report report) =>
        finding.Outcome == Outcome.Unknown ? "none"
        : report.IsBlockedBy(finding) ? "error"
        : finding.Severity == Severity.Low ? "note"
        : "warning";

    // SARIF 2.1.0, 3.27.25: 0 to 100, the most important highest.
    private static double Rank(Finding finding) =>
        finding.Outcome == Outcome.Unknown
            ? 0
            : (20 * ((int)finding.Severity + 1))
                + (finding.Outcome == Outcome.Fail ? 10 : 0)
                + (finding.Verdict.Certainty == Certainty.Certain ? 10 : 0);
}
