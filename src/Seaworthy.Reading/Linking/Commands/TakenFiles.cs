using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Files of the repository that a script, or a reader of a guide, copies, moves, links or downloads: they are used in another directory.</summary>
internal sealed class TakenFiles(Deployment deployment)
{
    private static readonly HashSet<string> Takers = new(StringComparer.Ordinal)
    {
        "cp",
        "mv",
        "ln",
        "install",
        "rsync",
        "scp",
        "curl",
        "wget",
    };

    private readonly List<Fact<string>> words =
    [
        .. deployment
            .Commands.Where(site => Takers.Contains(site.Command.Program))
            .SelectMany(site => site.Command.Words.Skip(1).Select(word => new Fact<string>(Plain(site, word), word.Span)))
            // By hand, where a guide says so.
            .Concat(
                deployment
                    .Of<Document>()
                    .SelectMany(document => document.Commands)
                    .Where(command => Takers.Contains(command.Program))
                    .SelectMany(command => command.Words.Skip(1))
                    .Select(word => new Fact<string>(word.Raw.Trim('"', '\''), word.Span))
            )
            .Where(word => word.Value.Contains('/', StringComparison.Ordinal)),
    ];

    /// <summary>The command that takes the file away. A file of the root is named by its name alone everywhere, which tells nothing.</summary>
    public SourceSpan? Find(string path) =>
        path.Contains('/', StringComparison.Ordinal)
            ? words
                .Where(word => word.Value == path || word.Value.EndsWith("/" + path, StringComparison.Ordinal))
                .Select(word => (SourceSpan?)word.Span)
                .FirstOrDefault()
            : null;

    // What stands before the last variable does not matter: the end of the path names the file.
    private static string Plain(CommandSite site, ShellWord word) => site.Variables.DefaultValue(word) ?? word.Raw.Trim('"', '\'');
}
