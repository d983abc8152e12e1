using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A word after quoting: its parts in order.</summary>
/// <param name="Raw">As written, with quotes.</param>
public sealed record ShellWord(string Raw, IReadOnlyList<ShellPart> Parts, SourceSpan Span)
{
    /// <summary>The word's value, when no part of it is computed and it holds no unquoted wildcard.</summary>
    public string? Literal { get; init; }

    /// <summary>Holds an unquoted <c>*</c>, <c>?</c>, <c>[</c> or brace expansion.</summary>
    public bool IsPattern { get; init; }
}
