using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>The lines of a text that mention what runs scripts, and not of one that is missing. A line that is asked of many times, as a file may be a single one, is read once.</summary>
internal sealed class CallingLines(string text)
{
    private static readonly SearchValues<string> Runners = SearchValues.Create(
        ["npm", "yarn", "bun", "run", "turbo", "nx ", "lerna", "concurrently", "script"],
        StringComparison.Ordinal
    );

    // The line that was asked of last; none at first.
    private int start;
    private int end = -1;
    private bool isCall;

    public bool Call(int at)
    {
        // What ends a line is still of it.
        if (at < start || at > end)
        {
            var line = WholeWords.LineAround(text, at);
            start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
            end = start + line.Length;
            isCall =
                line.ContainsAny(Runners)
                && !line.Contains("missing", StringComparison.OrdinalIgnoreCase)
                && !line.Contains("not used", StringComparison.OrdinalIgnoreCase);
        }

        return isCall;
    }
}
