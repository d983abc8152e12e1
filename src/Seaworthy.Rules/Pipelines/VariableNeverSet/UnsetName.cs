using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A variable of a script that nothing sets, beside one of nearly that name which the same script sets.</summary>
/// <param name="Set">The name that is set, and where.</param>
internal sealed record UnsetName(string Name, SourceSpan Span, Fact<string> Set)
{
    /// <summary>The two names share all words but the last, and a further one that is set does so as well: one of a family, not a slip of the pen.</summary>
    public bool IsOfFamily { get; init; }

    /// <summary>It is only shown to somebody: <c>echo</c>, <c>printf</c>, into no file.</summary>
    public bool IsOnlyShown { get; init; }
}
