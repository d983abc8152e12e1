using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Paths of the repository that some command makes: what a clone lacks may be made by a setup script before it is needed.</summary>
internal sealed class WrittenPaths
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

    private readonly Dictionary<string, SourceSpan> made = new(StringComparer.Ordinal);

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

        return null;
    }

    private void Add(CommandSite site, ShellWord word, Func<string, bool> isNew)
    {
        if (site.Variables.DefaultValue(word) is not { Length: > 0 } text)
        {
            return;
        }

        foreach (var directory in site.Directories)
        {
            if (RepositoryPath.Join(directory, text) is { Length: > 0 } path && isNew(path))
            {
                made.TryAdd(path, word.Span);
            }
        }
    }

    /// <summary>The words of a command that name what it makes.</summary>
    public static IEnumerable<ShellWord> Written(ShellCommand command)
    {
        var redirected = command
            .Redirects.Where(redirect => redirect.Operator is ">" or ">>" or "1>" or "&>")
            .Select(redirect => redirect.Target);
        var copied = KnownCommand.Of(command).OfType<FileCommand>().SelectMany(file => file.Writes);
        return redirected.Concat(copied).Concat(AfterOptions(command.Words));
    }

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
