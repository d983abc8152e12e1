using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.RulePages;

/// <summary>A section of a rule page that holds example files: together a small repository.</summary>
internal sealed record PageSection(string Heading, string Above, IReadOnlyList<MemoryFile> Files, IReadOnlyList<MarkedLine> Marks)
{
    /// <summary>Says that the rule has no subject here at all, so that nothing passes either.</summary>
    private const string NoSubject = "(not applicable)";

    public bool IsExample =>
        Heading.StartsWith("Example", StringComparison.Ordinal)
        || (!IsCounterexample(Heading) && Above.StartsWith("Example", StringComparison.Ordinal));

    public bool IsNotReported => !IsExample && (IsCounterexample(Heading) || IsCounterexample(Above));

    public bool IsNotApplicable => Heading.Contains(NoSubject, StringComparison.Ordinal);

    private static bool IsCounterexample(string heading) =>
        heading.StartsWith("Instead", StringComparison.Ordinal) || heading.StartsWith("Not reported", StringComparison.Ordinal);
}
