using System.Buffers.Text;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// The directories of which the index says that nothing was staged since git last wrote their tree, which is the last commit or checkout: git marks every other one when a file in it is added.
/// </summary>
/// <remarks>Source: Git documentation, "gitformat-index", "Cache tree".</remarks>
internal static class GitCacheTree
{
    private const int Deepest = 200;

    /// <summary>By paths from the top, which is the empty one. What is damaged ends the list.</summary>
    public static IReadOnlySet<string> Parse(ReadOnlySpan<byte> extension, int hash)
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        // The directories that are open, each with how many of its own are still to come.
        Stack<Level> open = new();
        for (var at = 0; at < extension.Length && open.Count < Deepest; )
        {
            var name = extension[at..].IndexOf((byte)0);
            if (name < 0 || !TakeNumber(extension, at + name + 1, out var entries, out var next))
            {
                break;
            }

            if (!TakeNumber(extension, next, out var below, out next))
            {
                break;
            }

            var path = open.TryPeek(out var level) ? Joined(level.Path, PathText.Of(extension.Slice(at, name))) : "";
            if (entries >= 0)
            {
                written.Add(path);
                next += hash;
            }

            at = next;
            open.Push(new Level(path, below));
            while (open.TryPop(out var last))
            {
                if (last.Left > 0)
                {
                    open.Push(last with { Left = last.Left - 1 });
                    break;
                }
            }

            if (open.Count == 0)
            {
                break;
            }
        }

        return written;
    }

    private static string Joined(string above, string name) => above.Length == 0 ? name : $"{above}/{name}";

    // A number and the letter behind it.
    private static bool TakeNumber(ReadOnlySpan<byte> bytes, int at, out int number, out int next)
    {
        var rest = at < bytes.Length ? bytes[at..] : [];
        var isNumber = Utf8Parser.TryParse(rest, out number, out var length);
        next = at + length + 1;
        return isNumber && length > 0;
    }

    private sealed record Level(string Path, int Left);
}
