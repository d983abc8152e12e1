using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Whether any file names a directory: in a command, a setting or a sentence, from the root or from a directory around it.</summary>
internal static class DirectoryMentions
{
    // A single word may mean anything, but for where a path is asked for.
    private static readonly string[] BeforeOneWord = ["-k ", "build ", "./", "path: "];

    public static bool Of(Deployment deployment, SourceFile file) =>
        deployment.Artifacts.Any(artifact => artifact.File != file && IsNamed(artifact.File, file.Directory));

    private static bool IsNamed(SourceFile by, string directory) =>
        (From(by.Directory, directory) is { } path && StandsIn(by.Text, path)) || StandsIn(by.Text, directory);

    /// <summary>The path of a directory as it is written in one around it; null when it is not below it.</summary>
    private static string? From(string around, string directory) =>
        around.Length > 0 && directory.StartsWith(around + "/", StringComparison.Ordinal) ? directory[(around.Length + 1)..] : null;

    private static bool StandsIn(string text, string path)
    {
        for (var at = text.IndexOf(path, StringComparison.Ordinal); at >= 0; at = text.IndexOf(path, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text.AsSpan(0, at), text.AsSpan(at + path.Length), path.Contains('/', StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isLong)
    {
        var rest = after is ['/', ..] ? after[1..] : after;
        return (
                rest.Length == 0
                || !(IsOfPath(rest[0]) || rest[0] == '*')
                || rest.StartsWith("kustomization", StringComparison.OrdinalIgnoreCase)
            ) && (isLong ? before.Length == 0 || !IsOfName(before[^1]) : EndsWithAny(before));
    }

    private static bool EndsWithAny(ReadOnlySpan<char> before)
    {
        foreach (var sign in BeforeOneWord)
        {
            if (before.EndsWith(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';

    private static bool IsOfPath(char letter) => IsOfName(letter) || letter is '/';
}
