using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>One simple command, in the order of the text, whatever loops, conditions and functions surround it; one inside <c>$(…)</c> stands before the command that uses it.</summary>
/// <param name="Words">The program and its arguments; empty for a line of assignments only.</param>
public sealed record ShellCommand(IReadOnlyList<ShellWord> Words, SourceSpan Span)
{
    private CommandMemo memo;

    /// <summary>The words as a person reads them, with one blank between.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.ToString()));

    /// <summary>The command as its script has it, quotes and all.</summary>
    public string AsWritten => Span.Text.Trim();

    /// <summary><c>NAME=value</c> in front of the program, or alone, or as arguments of <c>export</c>.</summary>
    public IReadOnlyList<ShellAssignment> Assignments { get; init; } = [];

    public IReadOnlyList<ShellRedirect> Redirects { get; init; } = [];

    /// <summary>The directory of the command after every <c>cd</c> before it, absolute or relative to where the script starts. Empty is that directory, null is unknown.</summary>
    public string? Directory { get; init; } = "";

    /// <summary>Like <see cref="Directory"/>, but also relative to the script file or the root of the repository.</summary>
    public ShellDirectory? Place { get; init; } = new(ShellDirectoryBase.Start, "");

    /// <summary>What joins the command to the one before: <c>;</c> (or a new line), <c>&amp;&amp;</c>, <c>||</c>, <c>|</c>.</summary>
    public string Joint { get; init; } = ";";

    /// <summary>A failure of this command is swallowed: followed by <c>|| true</c>, <c>|| :</c>, <c>|| echo …</c> or another branch that always succeeds.</summary>
    public bool FailureIsMasked { get; init; }

    /// <summary>Where it fails, another command is tried that may well succeed: <c>npm ci || npm install</c>.</summary>
    public bool HasFallback { get; init; }

    /// <summary>It may not run, or its failure is an answer, is swallowed, or is made good by another command.</summary>
    public bool MayFailUnnoticed => IsConditional || IsCondition || FailureIsMasked || HasFallback;

    /// <summary>
    /// The last command of the pipe that takes this one's output: its success is the success of the whole, and a failure of this one is lost.
    /// Null for the last itself, and where <c>pipefail</c> is in force or the script asks for PIPESTATUS.
    /// </summary>
    public IReadOnlyList<ShellWord>? LostTo { get; init; }

    /// <summary>
    /// May not run although every command before it succeeds: is inside <c>if</c>, <c>case</c> or a loop, behind <c>||</c>, or behind <c>&amp;&amp;</c> after a test
    /// (<c>[ … ]</c>, <c>command -v</c>…). In <c>npm ci &amp;&amp; npm test</c> the second is not conditional.
    /// </summary>
    public bool IsConditional { get; init; }

    /// <summary>The arm of a <c>case</c> in which it stands, the innermost one; null outside of every <c>case</c>.</summary>
    public ShellArm? Arm { get; init; }

    /// <summary>Decides an <c>if</c>, <c>while</c> or <c>until</c>: its failure is an answer.</summary>
    public bool IsCondition { get; init; }

    /// <summary>Its failure ends no script, whatever <c>set -e</c> says: it decides an <c>if</c> or a loop, another command is joined to it, or <c>!</c> stands before it.</summary>
    public bool IsTested { get; init; }

    /// <summary>The innermost loop around it, condition included: <c>for</c>, <c>while</c>, <c>until</c> or <c>select</c>.</summary>
    public string? Loop { get; init; }

    /// <summary>Ended by <c>&amp;</c>: the script does not wait for it.</summary>
    public bool IsBackground { get; init; }

    /// <summary>Stands inside <c>$(…)</c> or backticks.</summary>
    public bool IsInSubstitution { get; init; }

    /// <summary><c>set -e</c> is in force, as far as this text tells.</summary>
    public bool StopsOnError { get; init; }

    /// <summary>The function whose body it is in.</summary>
    public string? Function { get; init; }

    /// <summary>The program's literal name without its directory, or empty when it is computed.</summary>
    public string Program => Words is [{ Literal: { } word }, ..] ? word[(word.LastIndexOf('/') + 1)..] : "";

    /// <summary>Everything after the program.</summary>
    public IEnumerable<ShellWord> Arguments => Words.Skip(1);

    /// <summary>The names of the lines <c>NAME=value</c> that it writes into a file: <c>echo NAME=… >> .env</c>, <c>cat > .env &lt;&lt;END</c>.</summary>
    public IEnumerable<string> WrittenVariables =>
        Redirects.Any(redirect => redirect.Operator.Contains('>', StringComparison.Ordinal) && redirect.HereDocument is null)
            ? (Program is "echo" or "printf" ? Arguments.Select(word => word.Raw) : [])
                .Concat(Redirects.Select(redirect => redirect.HereDocument ?? ""))
                .SelectMany(text => text.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n'))
                .Select(NameIn)
                .OfType<string>()
            : [];

    /// <summary>What it is known to do, worked out once: hundreds of images may start one script of hundreds of commands.</summary>
    internal IReadOnlyList<KnownCommand> Understood(Func<ShellCommand, IReadOnlyList<KnownCommand>> recognise)
    {
        if (memo.Of(this) is { } known)
        {
            return known;
        }

        var found = recognise(this);
        memo = new CommandMemo(this, found);
        return found;
    }

    private static string? NameIn(string line)
    {
        var text = line.Trim(' ', '\t', '"', '\'');
        var end = text.IndexOf('=', StringComparison.Ordinal);
        return end > 0 && text.AsSpan(0, end) is var name && !name.ContainsAnyExcept(ShellName.Letters) ? name.ToString() : null;
    }
}
