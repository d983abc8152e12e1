using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>The repository that a directory belongs to: its top, the way down to the directory, and where git keeps its own files.</summary>
/// <param name="Prefix">From the top to the directory, with <c>/</c>; empty at the top.</param>
/// <param name="Common">The directory shared by all worktrees.</param>
internal sealed record GitDirectory(string Top, string Prefix, string Common)
{
    private const string Pointer = "gitdir:";

    /// <summary>Looks upwards for <c>.git</c>, which is a directory, or in a worktree and a submodule a file that names one. Null outside every repository.</summary>
    public static GitDirectory? Find(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            var own = Directory.Exists(Path.Combine(git, "objects")) ? git : FromPointer(git, at.FullName);
            if (own is not null)
            {
                var prefix = Path.GetRelativePath(at.FullName, directory).Replace(Path.DirectorySeparatorChar, '/');
                return new GitDirectory(at.FullName, prefix == "." ? "" : prefix, CommonOf(own));
            }
        }

        return null;
    }

    /// <summary>The lines that hold for the whole repository and stand above the directory: <c>info/exclude</c>, then every <c>.gitignore</c> from the top down.</summary>
    public IReadOnlyList<IgnoreRule> RulesAbove()
    {
        List<IgnoreRule> rules = [];
        var names = Prefix.Length == 0 ? [] : Prefix.Split('/');
        var up = string.Concat(names.Select(_ => "../"));
        rules.AddRange(Rules(Path.Combine(Common, "info", "exclude"), up + ".git/info/exclude", Prefix));
        for (var depth = 0; depth < names.Length; depth++)
        {
            var file = Path.Combine([Top, .. names[..depth], IgnoreFile.Name]);
            rules.AddRange(
                Rules(file, string.Concat(names[depth..].Select(_ => "../")) + IgnoreFile.Name, string.Join('/', names[depth..]))
            );
        }

        return rules;
    }

    private static IReadOnlyList<IgnoreRule> Rules(string file, string shown, string above)
    {
        FileInfo info = new(file);
        return
            info is { Exists: true, Length: < Repository.MaximumSize, LinkTarget: null }
            && TextDecoder.DecodeLines(File.ReadAllBytes(file)) is { } text
            ? IgnoreFile.Parse(new SourceFile(shown, text), "", above)
            : [];
    }

    private static string? FromPointer(string file, string directory)
    {
        FileInfo info = new(file);
        if (info is not { Exists: true, Length: > 0 and < 4096 })
        {
            return null;
        }

        var text = File.ReadAllText(file).Trim();
        return text.StartsWith(Pointer, StringComparison.Ordinal) ? Path.GetFullPath(text[Pointer.Length..].Trim(), directory) : null;
    }

    private static string CommonOf(string own)
    {
        var file = Path.Combine(own, "commondir");
        return File.Exists(file) ? Path.GetFullPath(File.ReadAllText(file).Trim(), own) : own;
    }
}
