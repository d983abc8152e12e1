using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose files that documents and tasks start for development only: every command that starts one is below a heading such as <c>Local development</c>, or in a task such as <c>make dev</c>.</summary>
internal sealed class DocumentedPurposes
{
    // "Development" and "local" in the languages in which people write README files.
    private static readonly string[] DevelopmentWords =
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

    private static readonly string[] UserWords =
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

    private readonly ILookup<string, Start> starts;
    private readonly ILookup<string, Start> descriptions;

    public DocumentedPurposes(Deployment deployment)
    {
        starts = OfDocuments(deployment).Concat(OfTasks(deployment)).ToLookup(start => start.Path, StringComparer.Ordinal);
        descriptions = Described(deployment).ToLookup(start => start.Path, StringComparer.Ordinal);
    }

    /// <summary>Where documents mention Docker Compose for development, when they never do of it for a deployment; null otherwise.</summary>
    public SourceSpan? ComposeForDevelopment => OfAll(descriptions[""]);

    private static IEnumerable<Start> Described(Deployment deployment) =>
        from document in deployment.Of<Document>()
        from description in document.ComposeDescriptions
        from path in description.Path.Length == 0 ? [""] : Files(document, [description.Path], deployment)
        select new Start(path, description.IsForDevelopment, description.Span);

    private static IEnumerable<Start> OfDocuments(Deployment deployment) =>
        from document in deployment.Of<Document>()
        from command in document.Commands.Concat(document.InlineCommands)
        from line in ComposeCalls.In(command)
        where IsStart(line.Verb)
        from path in Files(document, [.. line.Files.Select(word => word.Literal ?? "/")], deployment)
        select new Start(path, IsForDevelopment(document, command.Span), command.Span);

    /// <summary>Scripts and tasks; services that a pipeline starts for tests say nothing about deployment.</summary>
    private static IEnumerable<Start> OfTasks(Deployment deployment) =>
        from call in deployment.ComposeCalls
        where IsStart(call.Verb) && (call.Site.IsRemote || !call.Site.IsOnHostedRunner)
        let name = call.Site.Subject.Replace(' ', '-').Replace(':', '-')
        from file in call.Files
        select new Start(file.Path, EnvironmentName.Of(name) == TargetEnvironment.Development, call.Site.Span);

    private static bool IsStart(string verb) => verb is "up" or "start" or "run";

    /// <summary>Where a stack is said to be for development: a line that says what a file is for weighs more than the headings over commands that start it. Null when nothing says so.</summary>
    public SourceSpan? ForDevelopment(ComposeStack stack) =>
        stack.Project.Files.SelectMany(file => descriptions[file.File.Path]).ToList() is { Count: > 0 } described
            ? OfAll(described)
            : OfAll(stack.Project.Files.SelectMany(file => starts[file.File.Path]));

    private static SourceSpan? OfAll(IEnumerable<Start> starts) =>
        starts.ToList() is { Count: > 0 } all && all.TrueForAll(start => start.IsForDevelopment) ? all[0].Place : null;

    private static bool IsForDevelopment(Document document, SourceSpan command)
    {
        var headings = string.Join('\n', document.HeadingsOver(command).Select(heading => heading.Text));
        return Has(headings, DevelopmentWords)
            && !Has(headings, UserWords)
            // "Local build of the image" says where it is built, not what for.
            && (!Has(headings, ["image"]) || Has(headings, ["develop"]));
    }

    private static bool Has(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Documents are written for somebody at the root, or beside them.
    private static IEnumerable<string> Files(Document document, IReadOnlyList<string> written, Deployment deployment) =>
        new[] { "", document.File.Directory }
            .Distinct(StringComparer.Ordinal)
            .SelectMany(directory =>
                written.Count == 0
                    ? ComposeDefaults.FilesIn(directory, deployment.Tree.HasFile)
                    : written.Select(path => path is ['/', ..] ? null : RepositoryPath.Join(directory, path)).OfType<string>()
            )
            .Where(path => deployment.At<ComposeFile>(path) is not null);

    private sealed record Start(string Path, bool IsForDevelopment, SourceSpan Place);
}
