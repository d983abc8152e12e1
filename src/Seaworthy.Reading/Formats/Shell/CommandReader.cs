using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads one command: simple, compound, or the definition of a function.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.1 and 2.9.4.</remarks>
internal static class CommandReader
{
    public static ShellNode? Read(ShellCursor cursor)
    {
        if (cursor.IsAtEnd || ShellGrammar.IsCloser(cursor))
        {
            return null;
        }

        if (cursor.Depth >= ShellCursor.DepthLimit)
        {
            cursor.Report("nested too deeply; the rest is not read", cursor.At, 0, ProblemKind.Limit);
            cursor.At = cursor.End;
            return null;
        }

        cursor.Depth++;
        var node = CompoundReader.Read(cursor) ?? SimpleReader.Read(cursor);
        cursor.Depth--;
        return node is null or ShellNode.Simple or ShellNode.Function ? node : node with { Redirects = ReadRedirects(cursor) };
    }

    private static List<RedirectSyntax> ReadRedirects(ShellCursor cursor)
    {
        List<RedirectSyntax> redirects = [];
        cursor.SkipBlanks();
        while (RedirectReader.Read(cursor) is { } redirect)
        {
            redirects.Add(redirect);
            cursor.SkipBlanks();
        }

        return redirects;
    }
}
