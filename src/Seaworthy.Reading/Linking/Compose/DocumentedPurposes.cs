using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;
using ComposeLine = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose files that documents and tasks start for development only: every command that starts one stands below a heading such as <c>Local development</c>, or in a task such as <c>make dev</c>.</summary>
internal sealed class DocumentedPurposes
{
    // "Development" and "local" in the languages in which people write README files.
    private static readonly string[] ForDevelopment =
    [
        "develop",
        "local",
        "contribut",
        "hacking",
        "entwickl",
        "lokal",
        "desarroll",
        "desenvolv",
        "développ",
        "sviluppo",
        "разработ",
        "локальн",
        "geliştir",
        "phát triển",
        "开发",
        "開發",
        "本地",
        "開発",
        "ローカル",
        "개발",
        "로컬",
    ];

    private static readonly string[] ForUsers =
    [
        "deploy",
        "production",
        "self-host",
        "selfhost",
        "self host",
        "hosting",
        "server setup",
        "生产",
        "部署",
        "本番",
    ];

    private readonly ILookup<string, bool> starts;

    public DocumentedPurposes(Deployment deployment) =>
        starts = OfDocuments(deployment)
            .Concat(OfTasks(deployment))
            .ToLookup(start => start.Path, start => start.IsForDevelopment, StringComparer.Ordinal);

    private static IEnumerable<Start> OfDocuments(Deployment deployment) =>
        from document in deployment.Of<Document>()
        from command in document.Commands.Concat(document.InlineCommands)
        from line in ComposeCalls.In(command)
        where IsStart(line.Verb)
        from path in Files(document, line, deployment)
        select new Start(path, IsForDevelopment(document, command.Span));

    /// <summary>Scripts and tasks; what a pipeline starts to test with says nothing of what is deployed.</summary>
    private static IEnumerable<Start> OfTasks(Deployment deployment) =>
        from call in deployment.ComposeCalls
        where IsStart(call.Verb) && (call.Site.IsRemote || !call.Site.IsOnHostedRunner)
        let name = call.Site.Subject.Replace(' ', '-').Replace(':', '-')
        from file in call.Files
        select new Start(file.Path, EnvironmentName.Of(name) == TargetEnvironment.Development);

    private static bool IsStart(string verb) => verb is "up" or "start" or "run";

    public bool AreForDevelopment(ComposeStack stack)
    {
        var told = stack.Project.Files.SelectMany(file => starts[file.File.Path]).ToList();
        return told.Count > 0 && told.TrueForAll(isForDevelopment => isForDevelopment);
    }

    private static bool IsForDevelopment(Document document, SourceSpan command)
    {
        var headings = string.Join('\n', document.HeadingsOver(command).Select(heading => heading.Text));
        return Has(headings, ForDevelopment) && !Has(headings, ForUsers);
    }

    private static bool Has(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Documents are written for somebody at the root, or beside them.
    private static IEnumerable<string> Files(Document document, ComposeLine line, Deployment deployment) =>
        new[] { "", document.File.Directory }
            .Distinct(StringComparer.Ordinal)
            .SelectMany(directory =>
                line.Files.Count == 0
                    ? ComposeDefaults.FilesIn(directory, deployment.Tree.HasFile)
                    : line.Files.Select(word => word.Literal is { } text ? RepositoryPath.Join(directory, text) : null).OfType<string>()
            )
            .Where(path => deployment.At<ComposeFile>(path) is not null);

    private sealed record Start(string Path, bool IsForDevelopment);
}
