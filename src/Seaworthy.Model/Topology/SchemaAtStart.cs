using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What a program has done to the tables of its database whenever it starts.</summary>
/// <param name="Subject">Who runs it.</param>
/// <param name="Mode">Hibernate's word: <c>create</c>, <c>create-drop</c>, <c>update</c>, <c>validate</c>, <c>none</c>.</param>
/// <param name="Span">Where that is said.</param>
public sealed record SchemaAtStart(string Subject, string Mode, SourceSpan Span)
{
    /// <summary>The tables are dropped, and made anew.</summary>
    public bool Drops => Mode is "create" or "create-drop";

    public TargetEnvironment Environment { get; init; }

    /// <summary>The profiles with which it runs.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>What runs it.</summary>
    public required SourceSpan RunBy { get; init; }

    /// <summary>Why it may run otherwise; null when the repository shows all.</summary>
    public string? UndecidedBecause { get; init; }
}
