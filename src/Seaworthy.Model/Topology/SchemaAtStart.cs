using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What a program does to the tables of its database whenever it starts.</summary>
/// <param name="Subject">Who runs it.</param>
/// <param name="Statement">How it is said: <c>ddl-auto: update</c>, <c>synchronize: true</c>, <c>create_all(…)</c>.</param>
/// <param name="Span">Where that is said.</param>
public sealed record SchemaAtStart(string Subject, SchemaAction Action, string Statement, SourceSpan Span)
{
    /// <summary>The component whose models these are; null where a framework's properties say it.</summary>
    public Component? Component { get; init; }

    public TargetEnvironment Environment { get; init; }

    /// <summary>The profiles with which it runs.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>What runs it.</summary>
    public required SourceSpan RunBy { get; init; }

    /// <summary>Why it may run otherwise; null when the repository shows all.</summary>
    public string? UndecidedBecause { get; init; }
}
