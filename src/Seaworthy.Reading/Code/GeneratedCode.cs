using System.Collections.Frozen;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Code;

/// <summary>Which source nobody of the repository wrote: vendored, bundled, minified. It says nothing about the repository's own wiring.</summary>
internal static class GeneratedCode
{
    private const int LongLine = 5000;

    private static readonly FrozenSet<string> Directories = new[]
    {
        "node_modules",
        "bower_components",
        "jspm_packages",
        "vendor",
        "vendors",
        "third_party",
        "dist",
        "build",
        "out",
        ".nuxt",
        "coverage",
        "site-packages",
        ".venv",
        "venv",
        "env",
        "__pycache__",
        "target",
        "obj",
        "bin",
        "migrations_archive",
        ".yarn",
        "jspm_packages",
        "staticfiles",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsGenerated(string path)
    {
        if (
            path.EndsWith(".d.ts", StringComparison.Ordinal)
            || path.Contains(".min.", StringComparison.Ordinal)
            || path.Contains(".bundle.", StringComparison.Ordinal)
        )
        {
            return true;
        }

        var lookup = Directories.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = PackagePath.Outside(path).AsSpan();
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            // ".next", ".next.backup.1771165488"
            if (rest[..slash].StartsWith(".next", StringComparison.Ordinal))
            {
                return true;
            }

            // "bin" and "build" hold scripts in JavaScript projects as well: only those directly below a project are output.
            if (
                lookup.Contains(rest[..slash])
                && !(rest[..slash] is "bin" or "build" or "env" && !path.EndsWith(".cs", StringComparison.Ordinal))
            )
            {
                return true;
            }

            rest = rest[(slash + 1)..];
        }

        return false;
    }

    /// <summary>A line far longer than anybody writes, near the beginning of the text.</summary>
    public static bool IsMinified(string text)
    {
        if (text.Length < LongLine)
        {
            return false;
        }

        var rest = text.AsSpan(0, Math.Min(text.Length, 200_000));
        while (rest.Length >= LongLine)
        {
            var end = rest.IndexOf('\n');
            if (end < 0 || end >= LongLine)
            {
                return true;
            }

            rest = rest[(end + 1)..];
        }

        return false;
    }
}
