using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>What a command asks of somebody at a terminal.</summary>
/// <param name="Name">The command: <c>terraform apply</c>.</param>
/// <param name="Flag">What makes it go ahead, or, for a terminal, what asks for one.</param>
/// <param name="Outcome">What happens without an answer, as a sentence.</param>
internal sealed record Confirmation(string Name, string Flag, string Outcome)
{
    /// <summary>It has the flag to go ahead.</summary>
    public bool IsMet { get; init; }

    /// <summary>It succeeds without doing anything.</summary>
    public bool IsHarmless { get; init; }

    /// <summary><see cref="Flag"/> is what asks for a terminal.</summary>
    public bool IsForTerminal { get; init; }

    public string Remedy(SourceSpan place) =>
        IsForTerminal
            ? $"Remove `{Flag}` in {place}, or write `-i` where the command reads standard input."
            : $"Add `{Flag}` to `{Name}` in {place}.";
}
