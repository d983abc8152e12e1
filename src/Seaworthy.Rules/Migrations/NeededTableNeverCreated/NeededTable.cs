using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Migrations;

/// <summary>Something that a program is set to do, and the table that it needs for that.</summary>
/// <param name="Need">As the subject of a sentence: <c>`SESSION_DRIVER=database`</c>.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Span">Where it is set.</param>
/// <param name="Maker">The command that makes a migration, or the table.</param>
internal sealed record NeededTable(string Need, IReadOnlyList<string> Tables, SourceSpan Span, string Maker)
{
    /// <summary>The template of an env file that sets it, where that is not the place itself: the application is what fails.</summary>
    public SourceSpan? SetIn { get; init; }

    /// <summary>Where the migrations are; null where no migration makes the table.</summary>
    public string? Directory { get; init; }

    /// <summary>Those of the tables that nothing creates.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What happens without it.</summary>
    public required string Effect { get; init; }

    /// <summary>The program works, and loses what it would note there.</summary>
    public bool IsLenient { get; init; }

    /// <summary>What runs the migrations.</summary>
    public SourceSpan? RunBy { get; init; }

    /// <summary>Why something else may create it; null without a sign of that.</summary>
    public string? UndecidedBecause { get; init; }
}
