using System.Text.Json;
using Seaworthy.Engine.Answering;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>The report as JSON, described by <c>docs/report.schema.json</c>. Keys and words are stable: a change of meaning raises the number in <c>schema</c>.</summary>
public static class JsonReport
{
    public const string Schema = "seaworthy-report/2";

    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteTool(json);
        WriteRepository(json, report.Repository);
        WriteSummary(json, report);
        JsonScore.Write(json, report.Score);
        json.WriteManyObjects("targets", report.Targets, WriteTarget);
        JsonScore.WriteMaturity(json, Maturity.Of(report));
        JsonPlan.Write(json, report.Plan, SuccessMeasure.Of(report.Deployment));
        json.WriteManyObjects(
            "findings",
            report.Findings,
            (part, finding) =>
            {
                WriteFinding(part, finding, report);
                WriteCause(part, finding, report.Causes.Of(finding));
            }
        );
        json.WriteObjects("suppressed", report.Suppressed, (_, finding) => WriteSuppressed(json, finding, report));
        if (report.Claims is { } claims)
        {
            ClaimsJson.WritePart(json, claims);
        }

        json.WriteObjects("rules", report.Rules, WriteRule);
        json.WriteObjects("diagnostics", report.Diagnostics, WriteDiagnostic);
        json.WriteEndObject();
    }

    internal static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "seaworthy");
        json.WriteString("version", ProductVersion.Text);
        json.WriteEndObject();
    }

    private static void WriteRepository(Utf8JsonWriter json, RepositoryIdentity? repository)
    {
        if (repository is null)
        {
            return;
        }

        json.WriteStartObject("repository");
        json.WriteString("name", Quote.Text(repository.Name));
        // A hash, which no mask may take for a token.
        if (repository.Commit is { } commit)
        {
            json.WriteString("commit", commit);
        }

        json.WriteOptional("branch", repository.Branch);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("files", report.Deployment.Tree.Files.Count(file => file.IsReadable));
        json.WriteNumber("artifacts", report.Deployment.Artifacts.Count);
        json.WriteNumber("failed", report.With(Outcome.Fail).Count());
        json.WriteNumber("warned", report.With(Outcome.Warn).Count());
        json.WriteNumber("unknown", report.With(Outcome.Unknown).Count());
        json.WriteNumber("passed", report.With(Outcome.Pass).Count());
        json.WriteNumber("suppressed", report.Suppressed.Count);
        json.WriteNumber("causes", report.Causes.Count(Outcome.Fail) + report.Causes.Count(Outcome.Warn));
        json.WriteBoolean("incomplete", report.IsIncomplete);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, TargetAnswer answer)
    {
        json.WriteString("name", Quote.Text(answer.Target.Name));
        json.WriteString("environment", Words.Of(answer.Target.Environment));
        json.WriteString("answer", Words.Of(answer.State));
        json.WriteStrings("blocking", answer.Blocking.Select(finding => finding.Id));
        json.WriteStrings("unread", answer.Unread.Select(Quote.Text));
    }

    internal static void WriteFinding(Utf8JsonWriter json, Finding finding, Report report)
    {
        var verdict = finding.Verdict;
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteOptional("tool", finding.Rule.Tool);
        json.WriteString("area", Words.Of(finding.Rule.Area));
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("certainty", Words.Of(verdict.Certainty));
        json.WriteString("scope", Words.Of(verdict.Scope.Scope));
        json.WriteBoolean("blocks", report.IsBlockedBy(finding));
        if (verdict.Scope.Because is { } because)
        {
            json.WriteString("scopeBecause", Quote.Text(because));
        }

        json.WriteManyObjects("adjustments", verdict.Adjustments, WriteAdjustment);
        JsonPlan.WriteFinding(json, report.Plan.Of(finding));
        json.WriteString("subject", report.Quoted(verdict.About));
        json.WriteString("message", report.Quoted(verdict.Message));
        json.WriteString("rationale", report.Quoted(finding.Rule.Rationale));
        json.WriteOptional("remediation", verdict.Remediation);
        json.WriteOptional("verify", verdict.Verification);
        json.WriteObjects("locations", verdict.Locations, (_, location) => WriteLocation(json, location, report));
    }

    private static void WriteAdjustment(Utf8JsonWriter json, Adjustment adjustment)
    {
        json.WriteString("by", adjustment.By);
        json.WriteString("from", WeightText.Of(adjustment.From));
        json.WriteString("to", WeightText.Of(adjustment.To));
        json.WriteString("because", Quote.Text(adjustment.Because));
    }

    /// <summary>Whom it is reported with; nothing for a finding that stands alone.</summary>
    private static void WriteCause(Utf8JsonWriter json, Finding finding, RootCause? cause)
    {
        if (cause is null or { Alike: [], Consequences: [] })
        {
            return;
        }

        if (!ReferenceEquals(cause.Lead, finding))
        {
            json.WriteString("cause", cause.Lead.Id);
            json.WriteString("tie", cause.Alike.Contains(finding) ? "same" : "consequence");
            return;
        }

        if (cause.Alike.Count > 0)
        {
            json.WriteStrings("alike", cause.Alike.Select(other => other.Id));
        }

        if (cause.Consequences.Count > 0)
        {
            json.WriteStrings("consequences", cause.Consequences.Select(other => other.Id));
        }
    }

    private static void WriteSuppressed(Utf8JsonWriter json, Finding finding, Report report)
    {
        WriteFinding(json, finding, report);
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartObject("suppression");
            json.WriteString("kind", SuppressionText.Kind(suppression.Kind));
            json.WriteString("reason", Quote.Text(suppression.Reason));
            json.WriteOptional("until", SuppressionText.Day(suppression.Until));
            json.WriteString("place", Quote.Text(suppression.Place));
            json.WriteEndObject();
        }
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location, Report report)
    {
        json.WriteString("path", location.Span.File.Path);
        json.WriteNumber("startLine", location.Span.StartLine);
        json.WriteNumber("startColumn", location.Span.StartColumn);
        json.WriteNumber("endLine", location.Span.EndLine);
        json.WriteNumber("endColumn", location.Span.EndColumn);
        json.WriteString("role", Words.Of(location.Role));
        json.WriteString("text", report.LineAt(location.Span));
        json.WriteOptional("note", location.Note);
    }

    private static void WriteRule(Utf8JsonWriter json, RuleSummary rule)
    {
        json.WriteString("id", rule.Rule.Id);
        json.WriteOptional("tool", rule.Rule.Tool);
        json.WriteString("title", Quote.Text(rule.Rule.Title));
        json.WriteString("area", Words.Of(rule.Rule.Area));
        json.WriteString("severity", Words.Of(rule.Rule.Severity));
        json.WriteNumber("passed", rule.Passed);
        json.WriteNumber("failed", rule.Failed);
        json.WriteNumber("warned", rule.Warned);
        json.WriteNumber("unknown", rule.Unknown);
        json.WriteNumber("suppressed", rule.Suppressed);
        json.WriteBoolean("applicable", !rule.IsNotApplicable);
    }

    internal static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("kind", Words.Of(diagnostic.Kind));
        json.WriteString("message", Quote.Text(diagnostic.Message));
        json.WriteOptional("path", diagnostic.Path);
        json.WriteBoolean("incomplete", diagnostic.IsIncomplete);
    }
}
