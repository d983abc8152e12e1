using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A command signs in on another machine with a password that stands in its own text.</summary>
/// <param name="Site">The command.</param>
/// <param name="Tool">Its program.</param>
/// <param name="Word">The word that gives the password.</param>
/// <param name="Value">The password, for comparisons alone: nothing prints it.</param>
internal sealed record HeldPassword(CommandSite Site, string Tool, ShellWord Word, string Value)
{
    /// <summary>Where the variable gets it; null where it stands in the command.</summary>
    public SourceSpan? Set { get; init; }

    public SourceSpan Place => Set ?? Word.Span;

    /// <summary>A shell on the machine is what it opens.</summary>
    public bool IsShell => Tool is "sshpass" or "plink" or "pscp" or "psftp";
}
