using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Paths of the repository that some command makes: what a clone lacks may be made by a setup script before it is needed.</summary>
public sealed class WrittenPaths
{
    private static readonly string[] OutputOptions =
    [
        "-out",
        "-keyout",
        "-cert-file",
        "-key-file",
        "-o",
        "--output",
        "-O",
        "--output-document",
    ];

    // Places of the system, which a container has as well.
    private static readonly string[] OfSystem = ["etc", "usr", "tmp", "dev", "proc", "run"];

    private readonly Dictionary<string, SourceSpan> made = new(StringComparer.Ordinal);

    // Directories around what mkdir makes: they are there afterwards, and nothing else in them.
    private readonly Dictionary<string, SourceSpan> around = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SourceSpan> elsewhere = new(StringComparer.Ordinal);

    public WrittenPaths(Deployment deployment)
    {
        foreach (var site in deployment.Commands)
        {
            // A directory that a clone holds already gets no file from being made again.
            var isNew = (string path) => site.Command.Program != "mkdir" || !deployment.Tree.HasDirectory(path);
            foreach (var word in Written(site.Command))
            {
                Add(site, word, isNew);
            }
        }
    }

    /// <summary>The command that makes a path, something below it, or a directory around it.</summary>
    public SourceSpan? Find(string path)
    {
        foreach (var above in RepositoryPath.Ancestors(path))
        {
            if (above.Length > 0 && made.TryGetValue(above, out var span))
            {
                return span;
            }
        }

        return around.TryGetValue(path, out var making) ? making : null;
    }

    /// <summary>The command that makes a path of several parts in the directory of a server: <c>/opt/shop/nginx/conf.d</c> is <c>./nginx/conf.d</c> there.</summary>
    public SourceSpan? FindElsewhere(string path) =>
        RepositoryPath.Join("", path) is { } relative && elsewhere.TryGetValue(relative, out var span) ? span : null;

    private void AddElsewhere(string path, SourceSpan span)
    {
        // The parts below the first one, as long as they are several: it is the place of the server's that is not known.
        var parts = path.Trim('/').Split('/');
        if (OfSystem.Contains(parts[0]))
        {
            return;
        }

        for (var first = 1; first + 1 < parts.Length; first++)
        {
            elsewhere.TryAdd(string.Join('/', parts[first..]), span);
        }
    }

    private void Add(CommandSite site, ShellWord word, Func<string, bool> isNew)
    {
        if (Text(site, word) is not { Length: > 0 } text)
        {
            return;
        }

        if (text is ['/', ..])
        {
            AddElsewhere(text, word.Span);
        }
        else if (site.Directories.Count == 0 && RepositoryPath.Join("", text) is { } below && below.Contains('/', StringComparison.Ordinal))
        {
            elsewhere.TryAdd(below, word.Span);
        }

        foreach (var directory in site.Directories)
        {
            if (RepositoryPath.Join(directory, text) is { Length: > 0 } path && isNew(path))
            {
                made.TryAdd(path, word.Span);
                foreach (var above in site.Command.Program == "mkdir" ? RepositoryPath.Ancestors(path).Skip(1) : [])
                {
                    around.TryAdd(above, word.Span);
                }
            }
        }
    }

    /// <summary>What a word says; of a pattern or a list in braces that which is before it: <c>logs/{api,web}</c> makes something below <c>logs</c>.</summary>
    private static string? Text(CommandSite site, ShellWord word) =>
        word.IsPattern && site.Command.Program == "mkdir" ? word.Raw.Trim('"', '\'') : site.Variables.DefaultValue(word);

    /// <summary>The words of a command that name what it makes.</summary>
    public static IEnumerable<ShellWord> Written(ShellCommand command)
    {
        var redirected = command
            .Redirects.Where(redirect => redirect.Operator is ">" or ">>" or "1>" or "&>" or "2>" or "2>>")
            .Select(redirect => redirect.Target);
        var made = KnownCommand.Of(command).SelectMany(Made);
        return redirected.Concat(made).Concat(AfterOptions(command.Words));
    }

    private static IEnumerable<ShellWord> Made(KnownCommand known) =>
        known switch
        {
            FileCommand file => file.Writes,
            HttpProbeCommand { Output: { } output } => [output],
            PackageInstallCommand { Target: { } target } => [target],
            _ => [],
        };

    private static IEnumerable<ShellWord> AfterOptions(IReadOnlyList<ShellWord> words)
    {
        for (var index = 1; index + 1 < words.Count; index++)
        {
            if (OutputOptions.Contains(words[index].Literal))
            {
                yield return words[index + 1];
            }
        }
    }
}
