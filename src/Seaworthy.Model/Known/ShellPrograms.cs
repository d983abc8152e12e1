using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>The shells of the Bourne family: what reads <c>&amp;&amp;</c>, <c>$NAME</c> and a text behind <c>-c</c>.</summary>
public static class ShellPrograms
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.Ordinal, "sh", "bash", "dash", "ash", "zsh", "ksh");

    /// <summary>Whether a word names one, by its name or by a path.</summary>
    public static bool IsShell(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Names.Contains(word[(word.LastIndexOf('/') + 1)..]);
    }
}
