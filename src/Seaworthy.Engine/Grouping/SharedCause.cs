using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Grouping;

/// <summary>What findings have in common that have one cause: the marks of one finding, of which another of the same rule has one as well.</summary>
internal sealed class SharedCause(Deployment deployment)
{
    private const int LongestName = 60;

    private readonly Dictionary<SourceFile, StepPlaces> steps = deployment
        .Pipelines.SelectMany(pipeline => pipeline.Jobs)
        .SelectMany(job => job.Steps)
        .GroupBy(step => step.Span.File)
        .ToDictionary(file => file.Key, file => new StepPlaces(file.Select(step => step.Span)));

    /// <summary>The same words of another subject; a line that both quote; the same name in the same file; a step of a pipeline in which both stand.</summary>
    public IEnumerable<object> Marks(Finding finding)
    {
        var verdict = finding.Verdict;
        yield return new { finding.Severity, Words = Statement.Of(verdict) };
        foreach (var line in Lines(finding))
        {
            yield return line;
        }

        var place = finding.Primary.Span;
        if (Name(place) is { } name)
        {
            yield return new { place.File.Path, Name = name };
        }

        if (steps.GetValueOrDefault(place.File)?.Around(place.Start) is { } step)
        {
            yield return new { step.File.Path, step.Start };
        }
    }

    /// <summary>The lines that a finding quotes. Where a pipeline starts everything says nothing of what is wrong with it.</summary>
    public IEnumerable<object> Lines(Finding finding) =>
        finding
            .Verdict.Locations.Where(location => !location.Span.IsWholeFile)
            .Where(location => location.Role == LocationRole.Primary || !IsStart(location.Span))
            .Select(object (location) => new { location.Span.File.Path, location.Span.StartLine });

    private bool IsStart(SourceSpan span) => steps.ContainsKey(span.File) || deployment.CommandsIn(span.File).Any();

    /// <summary>What is named at a place, where a single word stands.</summary>
    private static string? Name(SourceSpan place) =>
        place is { IsWholeFile: false, Length: > 2 and < LongestName }
        && place.Text.Trim('"', '\'', ' ') is var text
        && !text.AsSpan().ContainsAny(" \t\r\n")
            ? text
            : null;
}
