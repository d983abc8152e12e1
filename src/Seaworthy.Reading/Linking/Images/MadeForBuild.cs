using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>
/// Build contexts and sources of COPY that a clone lacks, and that a script makes before it has Compose build the image: <c>mkdir -p libs &amp;&amp; docker compose up --build</c>;
/// or that stand where a template is put.
/// </summary>
internal sealed class MadeForBuild
{
    private const string DotNetTemplate = ".template.config/template.json";

    private readonly Deployment deployment;
    private readonly ILookup<string, PlacedPath> made;

    private readonly Lazy<List<PlacedPath>> laid;

    public MadeForBuild(Deployment deployment)
    {
        this.deployment = deployment;
        laid = new(() =>
            [
                .. from site in deployment.Commands
                from build in site.Known.OfType<DockerBuildCommand>()
                let path = build.File?.Literal ?? ""
                where IsNowhere(deployment, path)
                select new PlacedPath(site.Span, path),
            ]
        );
        made = (
            from call in deployment.ComposeCalls
            where call.Verb is "up" or "build" or "run"
            from written in Before(deployment, call)
            from file in call.Files
            select new { file.Path, Written = written }
        ).ToLookup(pair => pair.Path, pair => pair.Written, StringComparer.Ordinal);
    }

    public PathUse Weighed(PathUse use) =>
        use is { Role: PathRole.CopySource or PathRole.BuildContext, Answer: { Presence: Presence.Absent or Presence.IgnoredByGit } answer }
        && (BeforeCompose(use, answer) ?? OnWindows(use) ?? OfTemplate(use) ?? Elsewhere(use)) is { } why
            ? use with
            {
                Answer = answer with { Presence = Presence.Unknown, Why = why },
            }
            : use;

    private string? BeforeCompose(PathUse use, PathAnswer answer) =>
        (use.Role == PathRole.BuildContext ? use.Span : use.FromSpan)?.File.Path is { } caller
        && deployment.At<ComposeFile>(caller) is not null
        && made[caller].FirstOrDefault(written => IsAt(written.Path, answer.Looked.TrimEnd('/'))) is { } maker
            ? $"{maker.Place} creates it before Compose runs"
            : null;

    /// <summary><c>Invoke-WebRequest $url -OutFile app.jar</c>.</summary>
    private string? OnWindows(PathUse use) =>
        use is { Role: PathRole.CopySource, Path: var path }
        && RepositoryPath.NameOf(path) is { Length: > 3 } name
        && name.Contains('.', StringComparison.Ordinal)
            ? deployment.Of<WindowsScript>().Select(script => script.Maker(name)).FirstOrDefault(place => place is not null) is { } maker
                ? $"{maker} seems to create it"
                : null
            : null;

    /// <summary>Nobody builds it here, and <c>dotnet new</c> puts it into another repository.</summary>
    /// <remarks>Source: dotnet/templating wiki, "Reference for template.json".</remarks>
    private string? OfTemplate(PathUse use) =>
        use is { Role: PathRole.CopySource, FromSpan: null }
        && RepositoryPath
            .Ancestors(use.Span.File.Directory)
            .Select(directory => RepositoryPath.Join(directory, DotNetTemplate))
            .OfType<string>()
            .FirstOrDefault(deployment.Tree.HasFile)
            is { } template
            ? $"{template} makes the files beside it a dotnet new template, whose paths count in the new project"
            : null;

    /// <summary>Nobody builds it where it stands, and a command builds a Dockerfile of that name in a directory that no clone has, such as an archive that was unpacked.</summary>
    private string? Elsewhere(PathUse use) =>
        use is { Role: PathRole.CopySource, FromSpan: null }
        && laid.Value.Find(build => RepositoryPath.NameOf(build.Path) == use.Span.File.Name) is { } build
            ? $"{build.Place} builds {build.Path}, which no clone has; the Dockerfile may be copied there"
            : null;

    private static bool IsNowhere(Deployment deployment, string path) =>
        path.TrimStart('.', '/') is var below
        && below.Contains('/', StringComparison.Ordinal)
        && !below.Contains('$', StringComparison.Ordinal)
        && !deployment.Tree.Files.Any(file => file.Path == below || file.Path.EndsWith($"/{below}", StringComparison.Ordinal));

    private static IEnumerable<PlacedPath> Before(Deployment deployment, ComposeCall call) =>
        from site in deployment.CommandsIn(call.Site.Span.File)
        where site.Subject == call.Site.Subject && site.Span.Start < call.Site.Span.Start
        from command in site.Known.OfType<FileCommand>()
        from word in command.Writes
        let text = site.Variables.Value(word) ?? site.Variables.Directory(word)
        where text is { Length: > 0 } && text[0] != '/'
        from directory in site.Directories.Append("").Distinct(StringComparer.Ordinal)
        let path = RepositoryPath.Join(directory, text)?.TrimEnd('/')
        where path is { Length: > 0 }
        select new PlacedPath(site.Span, path);

    private static bool IsAt(string written, string looked) =>
        written == looked
        || written.StartsWith(looked + "/", StringComparison.Ordinal)
        || looked.StartsWith(written + "/", StringComparison.Ordinal);

    /// <param name="Place">Of the command that mentions it.</param>
    private sealed record PlacedPath(SourceSpan Place, string Path);
}
