using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>The releases of a package that a lock file of JavaScript or PHP holds: the one at the top, and those that other packages bring along.</summary>
/// <remarks>Sources: npm, "package-lock.json"; Yarn, "yarn.lock"; pnpm, "pnpm-lock.yaml"; Bun, "Lockfile"; Composer, "composer.lock".</remarks>
public static class LockedReleases
{
    private const int Near = 400;

    /// <summary>Each with the line of its number, in order; packages that npm marks as those of development are left out.</summary>
    public static IReadOnlyList<Fact<string>> Of(LockFile locked, string package)
    {
        ArgumentNullException.ThrowIfNull(locked);
        var file = locked.File;
        return locked.Tool switch
        {
            "npm" => [.. Found(file, $"node_modules/{package}\": {{", "\"version\": \"", isNpm: true)],
            "yarn" =>
            [
                .. Found(file, $"\n{package}@", "\n  version ", isNpm: false),
                .. Found(file, $"\n\"{package}@", "\n  version", isNpm: false),
            ],
            "pnpm" => [.. Inline(file, $"\n  {package}@"), .. Inline(file, $"\n  /{package}@"), .. Inline(file, $"\n  /{package}/")],
            "bun" => [.. Inline(file, $"[\"{package}@")],
            "composer" =>
            [
                .. Found(file, $"\"name\": \"{package}\",", "\"version\": \"v", isNpm: false)
                    .Concat(Found(file, $"\"name\": \"{package}\",", "\"version\": \"", isNpm: false)),
            ],
            _ => [],
        };
    }

    /// <summary>The number stands behind a key below the head of the entry.</summary>
    private static IEnumerable<Fact<string>> Found(SourceFile file, string head, string key, bool isNpm)
    {
        var text = file.Text;
        for (
            var at = text.IndexOf(head, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(head, at + head.Length, StringComparison.Ordinal)
        )
        {
            var value = text.IndexOf(key, at, Math.Min(head.Length + Near, text.Length - at), StringComparison.Ordinal);
            if (value >= 0 && !(isNpm && IsOfDevelopment(text, at)) && Number(file, value + key.Length) is { } found)
            {
                yield return found;
            }
        }
    }

    private static bool IsOfDevelopment(string text, int entry) =>
        text.IndexOf('}', entry) is > 0 and var end
        && text.AsSpan(entry, end - entry) is var body
        && (
            body.Contains("\"dev\": true", StringComparison.Ordinal)
            || body.Contains("\"devOptional\": true", StringComparison.Ordinal)
            || body.Contains("\"peer\": true", StringComparison.Ordinal)
        );

    private static IEnumerable<Fact<string>> Inline(SourceFile file, string head)
    {
        for (
            var at = file.Text.IndexOf(head, StringComparison.Ordinal);
            at >= 0;
            at = file.Text.IndexOf(head, at + head.Length, StringComparison.Ordinal)
        )
        {
            if (Number(file, at + head.Length) is { } found)
            {
                yield return found;
            }
        }
    }

    /// <summary><c>1.4.1</c>, behind quotes, a colon or a blank.</summary>
    private static Fact<string>? Number(SourceFile file, int from)
    {
        var start = from;
        while (start < file.Text.Length && file.Text[start] is '"' or ' ' or ':' or '\'')
        {
            start++;
        }

        var end = start;
        while (end < file.Text.Length && (char.IsAsciiDigit(file.Text[end]) || file.Text[end] == '.'))
        {
            end++;
        }

        // A release before the release of that number is another.
        return end > start && (end == file.Text.Length || file.Text[end] != '-')
            ? new Fact<string>(file.Text[start..end], new SourceSpan(file, start, end - start))
            : null;
    }
}
