using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Whether a job can run.</summary>
/// <param name="Scenarios">The ways of starting the workflow under which it may run.</param>
internal sealed record JobReach(JobReachKind Kind, IReadOnlyList<RunScenario> Scenarios)
{
    /// <summary>Why it never runs, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The places that exclude each other.</summary>
    public IReadOnlyList<SourceSpan> Places { get; init; } = [];

    /// <summary>It never runs only because a job that it needs never runs; the finding is reported there.</summary>
    public bool IsInherited { get; init; }

    /// <summary>It runs otherwise, but never on the push that its condition asks for: why, in one sentence, and the places that exclude each other.</summary>
    public JobReach? ButNever { get; init; }
}
