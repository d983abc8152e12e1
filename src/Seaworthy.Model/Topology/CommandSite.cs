using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A command written in the repository, and where it runs: in a script, a step of a workflow, a task of a Makefile, an npm script.</summary>
/// <param name="Subject">Its runner: <c>scripts/deploy.sh</c>, <c>ci.yml: deploy</c>, <c>make up</c>.</param>
/// <param name="Directories">The directories of the repository where it may run, the likeliest first; none when unknown.</param>
public sealed record CommandSite(ShellCommand Command, string Subject, IReadOnlyList<string> Directories)
{
    /// <summary>Nothing says where it is started: <see cref="Directories"/> are the usual ones.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Runs on another machine, which may hold a copy of the repository or other files.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Runs on a machine that is made for the job and thrown away after it: nothing there outlives it.</summary>
    public bool IsOnHostedRunner { get; init; }

    /// <summary>Its shell reads the script from standard input line by line, as bash does with a here-document: a command that reads standard input takes the rest of the script.</summary>
    /// <remarks>Source: POSIX.1-2024, "sh", STDIN; dash and BusyBox take whole blocks in advance all the same.</remarks>
    public bool IsReadFromInput { get; init; }

    private IReadOnlyList<KnownCommand>? known;

    /// <summary>What it is known to do, also when a variable holds its program; read once for all who ask.</summary>
    public IReadOnlyList<KnownCommand> Known => known ??= KnownCommand.Of(Variables.WithProgram(Command));

    /// <summary>What the text around it sets.</summary>
    public required ShellVariables Variables { get; init; }

    public SourceSpan Span => Command.Span;

    /// <summary>May not run, or its failure is swallowed, or made good by another command.</summary>
    public bool IsConditional => Command.MayFailUnnoticed;
}
