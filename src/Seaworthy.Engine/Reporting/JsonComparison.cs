using System.Text.Json;
using Seaworthy.Engine.Comparing;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A comparison as JSON, described by <c>docs/diff.schema.json</c>. What is left as before is counted alone: the report of the head has it.</summary>
public static class JsonComparison
{
    public const string Schema = "seaworthy-diff/1";

    public static void Write(Comparison comparison, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.WriteTool(json);
        WriteSummary(json, comparison);
        WriteSide(json, "base", comparison.Before);
        WriteSide(json, "head", comparison.After);
        json.WriteObjects("loosened", comparison.Loosened, WriteLoosening);
        json.WriteObjects(
            "changes",
            comparison.Changes.Where(change => change.Kind != ChangeKind.Left),
            (_, change) => WriteChange(json, change, comparison)
        );
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject("summary");
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            json.WriteNumber(Words.Of(kind), comparison.With(kind).Count());
        }

        json.WriteBoolean("incomplete", comparison.IsIncomplete);
        json.WriteEndObject();
    }

    private static void WriteLoosening(Utf8JsonWriter json, Loosening loosening)
    {
        json.WriteString("what", Quote.Text(loosening.What));
        if (loosening.Path is { } path)
        {
            json.WriteString("path", path);
        }

        if (loosening.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
    }

    private static void WriteSide(Utf8JsonWriter json, string name, Report report)
    {
        json.WriteStartObject(name);
        json.WriteNumber("failed", report.With(Outcome.Fail).Count());
        json.WriteNumber("warned", report.With(Outcome.Warn).Count());
        json.WriteNumber("unknown", report.With(Outcome.Unknown).Count());
        json.WriteNumber("suppressed", report.Suppressed.Count);
        JsonScore.WriteOptional(json, "score", report.Score.Total);
        json.WriteString("verdict", Words.Of(report.Score.Readiness));
        json.WriteObjects("diagnostics", report.Diagnostics, JsonReport.WriteDiagnostic);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, FindingChange change, Comparison comparison)
    {
        json.WriteString("change", Words.Of(change.Kind));
        WriteVerdict(json, "before", change.Before);
        WriteVerdict(json, "after", change.After);
        json.WriteStartObject("finding");
        JsonReport.WriteFinding(json, change.Shown, comparison.Shows(change));
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, string name, Finding? finding)
    {
        if (finding is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("id", finding.Id);
            json.WriteString("outcome", Words.Of(finding.Outcome));
            json.WriteString("severity", Words.Of(finding.Severity));
            json.WritePlace("place", finding.Primary.Span);
            json.WriteEndObject();
        }
    }
}
