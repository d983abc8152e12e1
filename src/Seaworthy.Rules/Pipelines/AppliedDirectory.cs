using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A directory of the repository that kubectl is given as a whole.</summary>
/// <param name="IsCertain">A command of a script or a pipeline runs there; a reader of a document may be in another directory.</param>
internal sealed record AppliedDirectory(string Subject, ShellCommand Command, ShellWord Word, string Path, bool IsRecursive, bool IsCertain)
{
    /// <summary>Those of commands and of documents.</summary>
    public static IEnumerable<AppliedDirectory> All(Deployment deployment) =>
        deployment
            .Commands.SelectMany(site => Of(site, deployment.Tree))
            .Concat(deployment.Of<Document>().SelectMany(document => Of(document, deployment.Tree)))
            .DistinctBy(applied => applied.Word.Span);

    private static IEnumerable<AppliedDirectory> Of(CommandSite site, RepositoryTree tree) =>
        from kubectl in site.Known.OfType<KubectlCommand>()
        from word in Words(kubectl)
        let written = site.Variables.Value(word)
        where written is not null
        from directory in site.Directories.Count == 1 ? site.Directories : []
        let path = Below(directory, written)
        where path.Length > 0 && tree.HasDirectory(path)
        select new AppliedDirectory(
            site.Subject,
            kubectl.Command,
            word,
            path,
            IsTold(kubectl),
            !site.IsConditional && !site.IsAssumed && !site.IsRemote
        );

    private static IEnumerable<AppliedDirectory> Of(Document document, RepositoryTree tree) =>
        // A reader of the document is in another directory from there on.
        document.Commands.Any(command => command.Program is "cd" or "pushd")
            ? []
            : from command in document.Commands
            from kubectl in KnownCommand.Of(command).OfType<KubectlCommand>()
            from word in Words(kubectl)
            let written = word.Literal
            where written is not null
            let path = Below("", written)
            where path.Length > 0 && tree.HasDirectory(path)
            select new AppliedDirectory(document.File.Path, command, word, path, IsTold(kubectl), IsCertain: false);

    private static IEnumerable<ShellWord> Words(KubectlCommand kubectl) =>
        kubectl.Verb is "apply" or "create" or "replace" ? kubectl.Files : [];

    private static bool IsTold(KubectlCommand kubectl) =>
        kubectl.Command.Words.Any(word =>
            word.Literal is "-R" or "--recursive" or "--recursive=true" || word.Raw is ['-', 'R', ..] or ['-', _, 'R', ..]
        );

    private static string Below(string directory, string written)
    {
        if (written is ['/', ..] || written.AsSpan().ContainsAny("*?$"))
        {
            return "";
        }

        var parts = $"{directory}/{written}".Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToList();
        return parts.Contains("..") ? "" : string.Join('/', parts);
    }
}
