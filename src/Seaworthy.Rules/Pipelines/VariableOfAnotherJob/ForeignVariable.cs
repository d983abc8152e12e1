using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A variable that a job reads and another job sets.</summary>
/// <param name="Job">The id of the other job.</param>
/// <param name="Set">Where it sets the variable.</param>
internal sealed record ForeignVariable(string Name, SourceSpan Use, string Job, SourceSpan Set)
{
    /// <summary>Read as <c>env.NAME</c>, not by the shell.</summary>
    public bool IsExpression { get; init; }

    /// <summary>A step of the other job writes it to <c>$GITHUB_ENV</c>.</summary>
    public bool IsHanded { get; init; }
}
