using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Whether any text of the repository names a file: a command, a setting, a sentence, or the file's own head.</summary>
internal sealed class PathMentions
{
    // A tool that finds its file by a default name is sent to the directory instead.
    private static readonly string[] BeforeDirectories =
    [
        "cd ",
        "-C ",
        "-f ",
        "directory ",
        "directory=",
        "directory: ",
        "path: ",
        "pushd ",
    ];

    // "docker-compose.yml is stale: rewrite or delete it"
    private static readonly SearchValues<string> Disowning = SearchValues.Create(
        ["stale", "deprecated", "obsolete", "no longer used", "not used", "unused", "leftover"],
        StringComparison.OrdinalIgnoreCase
    );

    // A command that follows stands on the same line or on one of the next.
    private const int LookAhead = 200;

    private readonly ILookup<string, Wanted> wanted;
    private readonly SearchValues<string> search;
    private readonly Func<SourceFile, bool> countsItself;
    private readonly Dictionary<NameIn, List<Wanted>> outermost;
    private readonly HashSet<SourceFile> named = [];

    // What a path written in a directory may mean: thousands of texts write the same few names, and thousands of files have them.
    private readonly Dictionary<NameIn, IReadOnlyList<Wanted>> meant = [];

    private PathMentions(RepositoryTree tree, IEnumerable<Wanted> wanted, Func<SourceFile, bool> countsItself)
    {
        this.countsItself = countsItself;
        this.wanted = wanted.ToLookup(want => want.Needle, StringComparer.Ordinal);
        outermost = Outermost(tree, this.wanted);
        search = SearchValues.Create([.. this.wanted.Select(same => same.Key)], StringComparison.Ordinal);
    }

    /// <summary>Those of the files that some text names. A file with a name that its tool looks for by itself is named by its directory, or by its path from there.</summary>
    /// <param name="countsItself">Whether a file's own text counts, which often says how it is used.</param>
    public static IReadOnlySet<SourceFile> Of(
        Deployment deployment,
        IReadOnlyList<SourceFile> files,
        Func<SourceFile, bool> hasDefaultName,
        Func<SourceFile, bool> countsItself
    )
    {
        if (files.Count == 0)
        {
            return new HashSet<SourceFile>();
        }

        PathMentions mentions = new(deployment.Tree, files.SelectMany(file => Needles(file, hasDefaultName(file))), countsItself);
        foreach (var artifact in deployment.Artifacts)
        {
            mentions.Scan(artifact.File);
        }

        return mentions.named;
    }

    private sealed record Wanted(string Needle, SourceFile File, bool IsDirectory, bool NeedsDirectory);

    /// <summary>A name, or a path as it is written, with a directory above it.</summary>
    private sealed record NameIn(string Name, string Directory);

    private static IEnumerable<Wanted> Needles(SourceFile file, bool hasDefaultName)
    {
        yield return new Wanted(file.Name, file, IsDirectory: false, hasDefaultName);
        if (hasDefaultName && file.Directory.Length > 0)
        {
            yield return new Wanted(
                file.Directory[(file.Directory.LastIndexOf('/') + 1)..],
                file,
                IsDirectory: true,
                NeedsDirectory: false
            );
        }
    }

    private void Scan(SourceFile file)
    {
        var text = file.Text;
        for (var at = 0; at < text.Length; )
        {
            var hit = text.AsSpan(at).IndexOfAny(search);
            if (hit < 0)
            {
                return;
            }

            at += hit;
            var end = at;
            while (end < text.Length && IsOfPath(text[end]))
            {
                end++;
            }

            var start = at;
            while (start > 0 && IsOfPath(text[start - 1]))
            {
                start--;
            }

            Meet(file, start, text.AsSpan(start, end - start).TrimEnd('.').TrimEnd('/').ToString());
            at = Math.Max(end, at + 1);
        }
    }

    private void Meet(SourceFile from, int start, string path)
    {
        var line = WholeWords.LineAround(from.Text, start);
        if (line.ContainsAny(Disowning))
        {
            return;
        }

        var saysHow = SaysHow(line);

        foreach (var want in Meant(Bare(path), from.Directory))
        {
            var isIt = want.IsDirectory
                ? want.File != from
                    && IsSentTo(from.Text.AsSpan(0, start))
                    && IsAbout(want.File, from.Text.AsSpan(start, Math.Min(LookAhead, from.Text.Length - start)))
                : want.File != from || (saysHow && countsItself(from));
            if (isIt)
            {
                named.Add(want.File);
            }
        }
    }

    /// <summary>A head that holds a command says how the file is used; one that holds its name does not.</summary>
    private static bool SaysHow(ReadOnlySpan<char> line) =>
        line.Contains("docker ", StringComparison.Ordinal)
        || line.Contains("compose ", StringComparison.Ordinal)
        || line.Contains(" -f ", StringComparison.Ordinal)
        || line.Contains("podman ", StringComparison.Ordinal);

    private IReadOnlyList<Wanted> Meant(string written, string directory)
    {
        var isBare = !written.Contains('/', StringComparison.Ordinal);
        NameIn key = new(written, isBare ? directory : "");
        if (!meant.TryGetValue(key, out var found))
        {
            var wants = wanted[written[(written.LastIndexOf('/') + 1)..]];
            meant[key] = found = [
                .. wants.Where(want => want.IsDirectory && IsEnd(want.File.Directory, written)),
                .. isBare
                    ? Nearest(written, directory).Where(want => !want.NeedsDirectory)
                    : wants.Where(want => !want.IsDirectory && IsEnd(want.File.Path, written)),
            ];
        }

        return found;
    }

    /// <summary>A bare name of several files means the one that is nearest to who names it, and of equally near ones the outermost.</summary>
    private IReadOnlyList<Wanted> Nearest(string name, string directory)
    {
        foreach (var above in RepositoryPath.Ancestors(directory))
        {
            if (outermost.TryGetValue(new NameIn(name, above), out var files))
            {
                return files;
            }
        }

        return [];
    }

    /// <summary>For each name and each directory with files of that name below it: those that lie least deep, as far as they are wanted.</summary>
    private static Dictionary<NameIn, List<Wanted>> Outermost(RepositoryTree tree, ILookup<string, Wanted> wanted)
    {
        Dictionary<NameIn, int> depths = [];
        foreach (var path in tree.Files.Select(file => file.Path).Where(path => wanted.Contains(RepositoryPath.NameOf(path))))
        {
            var (name, depth) = (RepositoryPath.NameOf(path), Depth(path));
            foreach (var above in RepositoryPath.Ancestors(RepositoryPath.Parent(path)))
            {
                NameIn place = new(name, above);
                depths[place] = depths.TryGetValue(place, out var least) ? Math.Min(least, depth) : depth;
            }
        }

        var found = depths.ToDictionary(row => row.Key, _ => new List<Wanted>());
        foreach (var want in wanted.SelectMany(same => same).Where(want => !want.IsDirectory))
        {
            foreach (var above in RepositoryPath.Ancestors(want.File.Directory))
            {
                NameIn place = new(want.Needle, above);
                if (depths.TryGetValue(place, out var least) && least == Depth(want.File.Path))
                {
                    found[place].Add(want);
                }
            }
        }

        return found;
    }

    private static int Depth(string path) => path.AsSpan().Count('/');

    /// <summary>Without what leads to a directory around: <c>./</c>, <c>../</c>, and a variable that holds one.</summary>
    private static string Bare(string path)
    {
        var from = path.LastIndexOf("./", StringComparison.Ordinal) + 2;
        return path[(from > 1 ? from : 0)..].TrimStart('/');
    }

    private static bool IsEnd(string path, string written) =>
        path == written || path.EndsWith("/" + written, StringComparison.Ordinal) || written.EndsWith("/" + path, StringComparison.Ordinal);

    private static bool IsSentTo(ReadOnlySpan<char> before)
    {
        foreach (var sign in BeforeDirectories)
        {
            if (before.TrimEnd("\"'").EndsWith(sign, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A command may enter a directory for another file in it.</summary>
    private static bool IsAbout(SourceFile file, ReadOnlySpan<char> after) =>
        after.Contains(file.Name == "Dockerfile" ? "docker" : "compose", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfPath(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/';
}
