namespace Seaworthy.Rules.Pipelines;

/// <summary>The rules of this folder that are rows of a table.</summary>
internal static class PipelineRule
{
    public static RuleInfo Info(string name, string title, Severity severity, string rationale, string holds) =>
        new()
        {
            Id = "pipelines/" + name,
            Title = title,
            Area = Area.Pipelines,
            Severity = severity,
            Rationale = rationale,
            Holds = holds,
        };
}
