using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>What RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, in exec form (a JSON array, no shell) or shell form.</summary>
/// <param name="Raw">The text without continuation marks and comments; for the exec form, the array.</param>
/// <param name="Span">Without the keyword and its flags.</param>
public sealed record CommandLine(bool IsExec, string Raw, SourceSpan Span)
{
    private readonly HashSet<ShellCommand>? followed;

    /// <summary>The words of the exec form: nothing in them is replaced, <c>$PORT</c> stays what it is.</summary>
    public IReadOnlyList<Fact<string>> Words { get; init; } = [];

    /// <summary>
    /// What runs, in order: the commands of the shell form, or the exec form as one command, or, when that is <c>["sh", "-c", TEXT]</c>, the commands of the text.
    /// Empty when the shell in force is none that we read (PowerShell, cmd).
    /// </summary>
    public IReadOnlyList<ShellCommand> Commands
    {
        get;
        init
        {
            field = value;
            followed = Followed(value);
            EndsOnFailure = value.Any(SetsEnd);
        }
    } = [];

    /// <summary>Some command makes the shell end at the first failure: <c>set -e</c>.</summary>
    public bool EndsOnFailure { get; private init; }

    /// <summary>The shell goes on behind the command whatever became of it: <c>a &amp;&amp; b; c</c> goes on with <c>c</c>.</summary>
    public bool IsFollowed(ShellCommand command) => followed?.Contains(command) is true;

    /// <summary>The shell form, or an exec form whose first words are a shell and <c>-c</c>: variables are replaced and operators work.</summary>
    public bool RunsInShell { get; init; }

    /// <summary>Looks like an exec form and is no valid JSON array of strings: the tool hands it to the shell as it stands, brackets and all.</summary>
    public bool IsBrokenExec { get; init; }

    /// <summary>An empty array or text: the inherited one is taken away.</summary>
    public bool IsEmpty => Raw.Length == 0 || (IsExec && Words.Count == 0);

    private static HashSet<ShellCommand> Followed(IReadOnlyList<ShellCommand> commands)
    {
        HashSet<ShellCommand> found = new(ReferenceEqualityComparer.Instance);
        var isFollowed = false;
        for (var at = commands.Count - 1; at >= 0; at--)
        {
            if (isFollowed)
            {
                found.Add(commands[at]);
            }

            isFollowed = commands[at].Joint == ";" || (commands[at].Joint == "&&" && isFollowed);
        }

        return found;
    }

    private static bool SetsEnd(ShellCommand command) =>
        command.Words is [{ Literal: "set" }, ..]
        && command.Words.Skip(1).Any(word => word.Literal is ['-', ..] and var flags && flags.Contains('e'));
}
