using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A command of the shell grammar, simple or compound.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9 "Shell Commands"; Bash Reference Manual, 3.2.</remarks>
internal abstract record ShellNode
{
    /// <summary>What surrounds or follows a compound command: <c>done &lt; file</c>.</summary>
    public IReadOnlyList<RedirectSyntax> Redirects { get; init; } = [];

    internal sealed record Simple(IReadOnlyList<WordSyntax> Words, IReadOnlyList<AssignmentSyntax> Assignments, SourceSpan Span)
        : ShellNode;

    /// <summary>Commands one after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<AndOr> Items) : ShellNode
    {
        public static Sequence Empty { get; } = new([]);
    }

    /// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>; the first one's joint is <c>;</c>.</summary>
    internal sealed record AndOr(IReadOnlyList<Joined> Items) : ShellNode
    {
        public bool IsBackground { get; init; }
    }

    /// <summary>A pipeline, and what joins it to the one before.</summary>
    internal sealed record Joined(string Joint, Pipeline Pipeline);

    internal sealed record Pipeline(IReadOnlyList<ShellNode> Stages, bool IsNegated) : ShellNode;

    /// <summary><c>{ … }</c>, or <c>( … )</c> with a shell of its own.</summary>
    internal sealed record Group(Sequence Body, bool IsSubshell) : ShellNode;

    /// <summary><c>(( … ))</c>: fails where the value is 0.</summary>
    internal sealed record Arithmetic(SourceSpan Span) : ShellNode;

    /// <summary><c>if</c> with its <c>elif</c>s; a last branch without a condition is the <c>else</c>.</summary>
    internal sealed record If(IReadOnlyList<Branch> Branches) : ShellNode;

    internal sealed record Branch(Sequence? Condition, Sequence Body);

    /// <summary><c>while</c> and <c>until</c> have a condition; <c>for</c> and <c>select</c> a variable and words.</summary>
    internal sealed record Loop(string Keyword, Sequence? Condition, string? Variable, IReadOnlyList<WordSyntax> Words, Sequence Body)
        : ShellNode;

    internal sealed record Case(WordSyntax? Subject, IReadOnlyList<Arm> Arms) : ShellNode;

    /// <summary><c>web | server) …;;</c></summary>
    internal sealed record Arm(IReadOnlyList<string> Patterns, Sequence Body);

    internal sealed record Function(string Name, ShellNode Body, SourceSpan NameSpan) : ShellNode;
}
