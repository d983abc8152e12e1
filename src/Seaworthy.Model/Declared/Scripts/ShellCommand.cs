using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>One simple command, in the order of the text, whatever loops, conditions and functions surround it.</summary>
/// <param name="Words">The program and its arguments; empty for a line of assignments only.</param>
public sealed record ShellCommand(IReadOnlyList<ShellWord> Words, SourceSpan Span)
{
    /// <summary><c>NAME=value</c> in front of the program, or alone, or as arguments of <c>export</c>.</summary>
    public IReadOnlyList<ShellAssignment> Assignments { get; init; } = [];

    public IReadOnlyList<ShellRedirect> Redirects { get; init; } = [];

    /// <summary>Where the command runs, relative to where the script starts, after every <c>cd</c> before it; empty = there; null = cannot be told.</summary>
    public string? Directory { get; init; } = "";

    /// <summary>What joins the command to the one before: <c>;</c> (or a new line), <c>&amp;&amp;</c>, <c>||</c>, <c>|</c>.</summary>
    public string Joint { get; init; } = ";";

    /// <summary>A failure of this command is swallowed: followed by <c>|| true</c>, <c>|| :</c> or another fallback.</summary>
    public bool FailureIsMasked { get; init; }

    /// <summary>Stands inside <c>if</c>, <c>case</c>, a loop, or behind <c>&amp;&amp;</c>/<c>||</c>: it may not run.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The function whose body it stands in.</summary>
    public string? Function { get; init; }

    /// <summary>The program's literal name without its directory, or empty when it is computed.</summary>
    public string Program => Words is [{ Literal: { } word }, ..] ? word[(word.LastIndexOf('/') + 1)..] : "";

    /// <summary>Everything after the program.</summary>
    public IEnumerable<ShellWord> Arguments => Words.Skip(1);
}
