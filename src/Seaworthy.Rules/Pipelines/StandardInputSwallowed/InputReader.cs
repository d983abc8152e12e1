using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command that hands standard input to a container or another machine, where standard input is the rest of its own script or the list of its loop.</summary>
/// <param name="Program">As a message names it: <c>docker compose exec</c>.</param>
/// <param name="Place">The word that a fix changes.</param>
/// <param name="Fix">What to do there.</param>
internal sealed record InputReader(CommandSite Site, string Program, SourceSpan Place, string Fix)
{
    /// <summary>It reads something else: a file, a pipe, nothing.</summary>
    public bool IsFed { get; init; }

    /// <summary>The first command of the script that does not run.</summary>
    public ShellCommand? Lost { get; init; }

    /// <summary>The <c>read</c> of its loop.</summary>
    public ShellCommand? LoopReader { get; init; }
}
