using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>Tells shells of the Bourne family from the others, and finds the text behind <c>-c</c>.</summary>
internal static class ShellKind
{
    public static bool IsPosix(IReadOnlyList<Fact<string>> words) => words is [var program, ..] && ShellPrograms.IsShell(program.Value);

    /// <summary>The index of the script in <c>sh -euo pipefail -c SCRIPT</c>, or -1.</summary>
    public static int ScriptIndex(IReadOnlyList<Fact<string>> words)
    {
        if (!IsPosix(words))
        {
            return -1;
        }

        var index = 1;
        while (index < words.Count - 1 && words[index].Value is ['-', .. var letters] && !letters.StartsWith('-'))
        {
            if (letters.EndsWith('c'))
            {
                return index + 1;
            }

            index += letters.EndsWith('o') ? 2 : 1;
        }

        return -1;
    }
}
