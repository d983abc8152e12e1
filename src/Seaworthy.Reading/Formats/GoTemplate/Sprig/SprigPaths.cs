using Seaworthy.Reading.Formats.GoTemplate.Running;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Paths of Sprig.</summary>
/// <remarks>Go standard library, package path.</remarks>
internal static class SprigPaths
{
    public static void AddTo(GoFunctions functions)
    {
        foreach (var prefix in (string[])["", "os"])
        {
            functions.Add(Named(prefix, "base"), "s", arguments => Base(Text(arguments[0])));
            functions.Add(Named(prefix, "dir"), "s", arguments => Directory(Text(arguments[0])));
            functions.Add(Named(prefix, "clean"), "s", arguments => Clean(Text(arguments[0])));
            functions.Add(Named(prefix, "ext"), "s", arguments => Extension(Text(arguments[0])));
            functions.Add(Named(prefix, "isAbs"), "s", arguments => Text(arguments[0]) is ['/', ..]);
        }
    }

    private static string Named(string prefix, string name) =>
        prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..];

    private static string Text(object? value) => (string?)value ?? "";

    public static string Base(string path)
    {
        var trimmed = path.TrimEnd('/');
        return path.Length == 0 ? "."
            : trimmed.Length == 0 ? "/"
            : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    private static string Directory(string path) => Clean(path[..(path.LastIndexOf('/') + 1)]);

    private static string Extension(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is >= 0 and var dot ? name[dot..] : "";
    }

    private static string Clean(string path)
    {
        var isRooted = path is ['/', ..];
        List<string> parts = [];
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == ".." && parts is [.., not ".."])
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || !isRooted)
            {
                parts.Add(part);
            }
        }

        var joined = string.Join('/', parts);
        return isRooted ? "/" + joined
            : joined.Length == 0 ? "."
            : joined;
    }
}
