using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Dockerfiles;

/// <summary>What RUN, CMD, ENTRYPOINT or HEALTHCHECK runs, in exec form (a JSON array, no shell) or shell form.</summary>
/// <param name="Raw">The text without continuation marks and comments; for the exec form, the array.</param>
/// <param name="Span">Without the keyword and its flags.</param>
public sealed record CommandLine(bool IsExec, string Raw, SourceSpan Span)
{
    /// <summary>The words of the exec form: nothing in them is replaced, <c>$PORT</c> stays what it is.</summary>
    public IReadOnlyList<Fact<string>> Words { get; init; } = [];

    /// <summary>
    /// What runs, in order: the commands of the shell form, or the exec form as one command, or, when that is <c>["sh", "-c", TEXT]</c>, the commands of the text.
    /// Empty when the shell in force is none that we read (PowerShell, cmd).
    /// </summary>
    public IReadOnlyList<ShellCommand> Commands { get; init; } = [];

    /// <summary>The shell form, or an exec form whose first words are a shell and <c>-c</c>: variables are replaced and operators work.</summary>
    public bool RunsInShell { get; init; }

    /// <summary>Looks like an exec form and is no valid JSON array of strings: the tool hands it to the shell as it stands, brackets and all.</summary>
    public bool IsBrokenExec { get; init; }

    /// <summary>An empty array or text: the inherited one is taken away.</summary>
    public bool IsEmpty => Raw.Length == 0 || (IsExec && Words.Count == 0);
}
