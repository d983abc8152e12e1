using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A shell variable that one step of a job sets and a later step uses in its own shell.</summary>
/// <param name="Use">Where the later step uses it.</param>
/// <param name="Set">Where the earlier step sets it.</param>
internal sealed record ForgottenVariable(string Name, SourceSpan Use, SourceSpan Set)
{
    /// <summary>The later step reads <c>env.NAME</c>, which the shell of a step never sets.</summary>
    public bool IsExpression { get; init; }

    /// <summary>It is only shown to people.</summary>
    public bool IsOnlyShown { get; init; }
}
