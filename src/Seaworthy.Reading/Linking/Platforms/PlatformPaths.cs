using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Platforms;

/// <summary>Files and directories that descriptions of platforms name; builds cover Dockerfiles and contexts, and commands cover their own files.</summary>
internal static class PlatformPaths
{
    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        [
            .. deployment
                .Of<RenderBlueprint>()
                .SelectMany(blueprint => blueprint.Services.SelectMany(service => OfRender(deployment.Tree, blueprint, service))),
            .. deployment.Of<VercelConfig>().SelectMany(vercel => OfVercel(deployment.Tree, vercel)),
            .. deployment.Of<NetlifyConfig>().SelectMany(netlify => OfNetlify(deployment.Tree, netlify)),
            .. deployment.Of<FlyConfig>().SelectMany(fly => OfFly(deployment.Tree, fly)),
            .. deployment
                .Of<AzdProject>()
                .SelectMany(azd => azd.Services)
                .Select(service =>
                    service.Project is { } project
                        ? Use(
                            deployment.Tree,
                            project,
                            service.Name.Span.File.Directory,
                            $"service {service.Name.Value} in {service.Name.Span.File.Path}"
                        )
                        : null
                )
                .OfType<PathUse>(),
            .. Pm2Paths.Find(deployment),
        ];

    private static IEnumerable<PathUse> OfRender(RepositoryTree tree, RenderBlueprint blueprint, RenderService service)
    {
        if (service.Repository is not null)
        {
            yield break;
        }

        var subject = $"{blueprint.File.Path}: {service.Name?.Value}";
        if (service.RootDir is { } root && Use(tree, root, "", subject) is { } use)
        {
            yield return use;
        }

        if (service.RootDir is null && blueprint.File.Directory.Length > 0 && Beside(tree, blueprint, service, subject) is { } beside)
        {
            yield return beside;
        }

        // What a build makes is not there yet.
        if (
            service is { StaticPublishPath: { } published, BuildCommand: null }
            && Use(tree, published, service.RootDir?.Value ?? "", subject) is { } site
        )
        {
            yield return site;
        }
    }

    /// <summary>
    /// The first file that a service's commands name and find only beside a Blueprint below the root: without <c>rootDir</c> they run in the root, wherever the Blueprint lies. The directory may as well
    /// be the root of another repository.
    /// </summary>
    /// <remarks>Source: Render documentation, "Blueprint YAML Reference", "rootDir".</remarks>
    private static PathUse? Beside(RepositoryTree tree, RenderBlueprint blueprint, RenderService service, string subject)
    {
        var commands = new[] { service.BuildCommand, service.PreDeployCommand, service.StartCommand }
            .OfType<PlatformCommand>()
            .SelectMany(command => command.Commands)
            .ToList();
        return service.Runtime?.Value is "docker" or "image" || commands.Exists(command => command.Program is "cd" or "pushd")
            ? null
            : commands
                .SelectMany(command => command.Words.Skip(1))
                .Select(word =>
                    word.Literal is { } text
                    && FileOf(text) is { } path
                    && !tree.Has(path)
                    && RepositoryPath.Join(blueprint.File.Directory, path) is { } near
                    && tree.HasFile(near)
                        ? new PathUse(PathRole.PlatformFile, path, word.Span, subject, new PathAnswer(Presence.Elsewhere, path, near))
                        {
                            Tool = "render",
                            IsAssumed = true,
                        }
                        : null
                )
                .FirstOrDefault(use => use is not null);
    }

    /// <summary><c>requirements.txt</c>; of <c>shop.main:app</c> the file of the module.</summary>
    private static string? FileOf(string word) =>
        word.Contains("://", StringComparison.Ordinal) || word is ['-', ..] or ['/', ..] ? null
        : word.Split(':') is [{ Length: > 0 } module, { Length: > 0 } name]
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '(' or ')')
            ? RepositoryPath.Join("", module.Replace('.', '/') + ".py")
        : word.Contains('.', StringComparison.Ordinal) ? RepositoryPath.Join("", word)
        : null;

    private static IEnumerable<PathUse> OfVercel(RepositoryTree tree, VercelConfig vercel) =>
        vercel
            .Builds.Select(build => build.Source)
            .Concat(vercel.Functions.Select(function => function.Pattern))
            .OfType<Fact<string>>()
            .Where(source => !source.Value.AsSpan().ContainsAny("*?{[("))
            // A service may have a root of its own, which only the platform knows.
            .Select(source =>
                Use(tree, source, vercel.File.Directory, vercel.File.Path) is { } use
                    ? use with
                    {
                        IsAssumed = vercel.File.Directory.Length > 0,
                    }
                    : null
            )
            .OfType<PathUse>();

    // A missing directory of functions only shows in the build log.
    private static IEnumerable<PathUse> OfNetlify(RepositoryTree tree, NetlifyConfig netlify) =>
        netlify
            .Builds.Select(build => build.Base)
            .OfType<Fact<string>>()
            // Counted from the root of the repository, wherever the file stands.
            .Select(directory => Use(tree, directory, "", netlify.File.Path))
            .OfType<PathUse>();

    private static IEnumerable<PathUse> OfFly(RepositoryTree tree, FlyConfig fly) =>
        fly.Build?.IgnoreFile is { } ignore && Use(tree, ignore, fly.File.Directory, fly.File.Path) is { } use ? [use] : [];

    private static PathUse? Use(RepositoryTree tree, Fact<string> written, string directory, string subject) =>
        RepositoryPath.Join(directory, written.Value.TrimStart('/')) is { Length: > 0 } path
            ? new PathUse(PathRole.PlatformFile, written.Value, written.Span, subject, tree.Look(path, written.Value))
            {
                From = directory.Length == 0 ? "the repository root" : directory,
            }
            : null;
}
