using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>Results of other tools as verdicts of rules that bear the tool's name.</summary>
internal static class ImportedVerdicts
{
    private const double Critical = 9;
    private const double High = 7;
    private const double Medium = 4;

    public static Verdict Of(ImportedResult result, ImportedPlaces places)
    {
        var row = ToolTable.Of(result);
        var severity = SeverityOf(result, row);
        var place = places.Of(result);
        var rule = new RuleInfo
        {
            Id = $"{result.Tool}/{result.Rule}",
            Title = result.Title ?? result.Rule,
            Area = row.Area,
            Severity = severity,
            Certainty = Certainty.Likely,
            // Many tools write one sentence three times.
            Rationale =
                new[] { result.Description, result.Title }.FirstOrDefault(text => text is { Length: > 0 } && text != result.Message)
                ?? $"{Name(result.Tool)} holds it to be a fault.",
            Holds = $"{Name(result.Tool)} finds nothing of this kind.",
            Tool = Name(result.Tool),
            HelpUri = result.HelpUri,
        };
        var verdict = Verdict.Of(rule, result.Level == "error" && !row.IsAdvice ? Outcome.Fail : Outcome.Warn, place, result.Message) with
        {
            Subject = place.File.Path,
        };
        return result.Fix is { } fix ? verdict.Remedy(fix)
            : result.HelpUri is { } help ? verdict.Remedy($"See {help}")
            : verdict;
    }

    public static string Name(string tool) => tool[(tool.LastIndexOf('/') + 1)..];

    private static Severity SeverityOf(ImportedResult result, ToolRow row) =>
        result.SecuritySeverity switch
        {
            >= Critical => Severity.Critical,
            >= High => Severity.High,
            >= Medium => Severity.Medium,
            not null => Severity.Low,
            null => row.Severity
                ?? result.Level switch
                {
                    "error" => Severity.High,
                    "warning" => Severity.Medium,
                    _ => Severity.Low,
                },
        };
}
