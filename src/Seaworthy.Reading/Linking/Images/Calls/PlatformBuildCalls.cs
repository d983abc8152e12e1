using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>Builds by platforms that are given a Dockerfile: Fly, Render, Heroku, Railway, Kamal, Skaffold, azd.</summary>
/// <remarks>Sources: Fly.io documentation, "App configuration"; Render, "Blueprint YAML Reference"; Heroku, "heroku.yml"; Railway, "Config as Code"; Kamal, "Builder"; Skaffold, "skaffold.yaml"; Azure Developer CLI, "azure.yaml schema".</remarks>
internal static class PlatformBuildCalls
{
    public static IEnumerable<BuildCall> Find(Deployment deployment) =>
        [
            .. deployment.Of<FlyConfig>().Select(fly => OfFly(deployment, fly)).OfType<BuildCall>(),
            .. deployment
                .Of<RenderBlueprint>()
                .SelectMany(blueprint => blueprint.Services)
                .Select(service => OfRender(deployment.Tree, service))
                .OfType<BuildCall>(),
            .. deployment
                .Of<HerokuManifest>()
                .SelectMany(heroku => heroku.Images, (heroku, image) => OfHeroku(deployment.Tree, heroku, image))
                .OfType<BuildCall>(),
            .. deployment.Of<RailwayConfig>().Select(railway => OfRailway(deployment, railway)).OfType<BuildCall>(),
            .. deployment.Of<KamalConfig>().Select(kamal => OfKamal(deployment.Tree, kamal)).OfType<BuildCall>(),
            .. deployment
                .Of<SkaffoldConfig>()
                .SelectMany(skaffold => skaffold.Artifacts)
                .Where(made => made.UsesDocker)
                .Select(made => OfSkaffold(deployment.Tree, made)),
            .. deployment
                .Of<AzdProject>()
                .SelectMany(azd => azd.Services)
                .Where(service => service.IsContainer)
                .Select(service => OfAzd(deployment.Tree, service))
                .OfType<BuildCall>(),
        ];

    private static BuildCall? OfFly(Deployment deployment, FlyConfig fly)
    {
        if (fly.Build is { Image: not null } or { Builder: not null })
        {
            return null;
        }

        var directory = fly.File.Directory;
        var written = fly.Build?.Dockerfile;
        var path = RepositoryPath.Join(directory, written?.Value ?? "Dockerfile");
        // Without a Dockerfile the platform finds out by itself how to build.
        if (path is null || (written is null && !deployment.Tree.HasFile(path)))
        {
            return null;
        }

        var fitting = FittingContext.Of(deployment, path, [directory, ""]);
        return new BuildCall(path, fitting ?? directory, fly.File.Path, fly.Build?.Span ?? fly.App?.Span ?? fly.File.Whole)
        {
            WrittenDockerfile = written,
            BaseDirectory = directory,
            DockerfileBase = directory,
            Target = fly.Build?.Target,
            Arguments = [.. (fly.Build?.Args ?? []).Select(Argument)],
            // The command may be run in another directory, with --config.
            ContextMayHoldMoreBecause =
                directory.Length == 0 || fitting is not null ? null : "the directory in which the deployment is started is unknown",
        };
    }

    private static BuildCall? OfRender(RepositoryTree tree, RenderService service)
    {
        if (service.Runtime?.Value is not "docker")
        {
            return null;
        }

        var root = service.RootDir?.Value is { } written ? RepositoryPath.Join("", written) : "";
        var context = RepositoryPath.Join(root, service.DockerContext?.Value ?? ".");
        var dockerfile = RepositoryPath.Join(root, service.DockerfilePath?.Value ?? "./Dockerfile");
        // Whether a repository that is named is this one is not known: what is not here may be there.
        if (service.Repository is not null && (dockerfile is null || !tree.HasFile(dockerfile)))
        {
            return null;
        }

        return new BuildCall(dockerfile, context, $"service {service.Name?.Value} in {service.Span.File.Path}", service.Span)
        {
            WrittenDockerfile = service.DockerfilePath,
            WrittenContext = service.DockerContext,
            BaseDirectory = root ?? "",
            DockerfileBase = root,
            ContextMayHoldMoreBecause =
                service.RootDir is null && service.Span.File.Directory.Length > 0
                    ? "a blueprint in its own directory may be deployed from there"
                    : null,
            // The platform passes every variable of the service as a build argument.
            Arguments = [],
        };
    }

    /// <summary>Heroku reads the file at the root of what is pushed, which may be a directory of the repository.</summary>
    private static BuildCall? OfHeroku(RepositoryTree tree, HerokuManifest heroku, HerokuImage image)
    {
        if (image.Dockerfile is not { } written)
        {
            return null;
        }

        var root = RepositoryPath
            .Ancestors(heroku.File.Directory)
            .FirstOrDefault(directory => RepositoryPath.Join(directory, written.Value) is { } full && tree.HasFile(full), "");
        var moved = heroku.File.Directory.Length == 0 ? null : "it is a sample for the root of another repository";
        return RepositoryPath.Join(root, written.Value) is { } path
            ? new BuildCall(path, RepositoryPath.Parent(path), $"{heroku.File.Path}: {image.Process.Value}", image.Span)
            {
                WrittenDockerfile = written,
                DockerfileBase = root,
                Target = image.Target,
                ContextMayHoldMoreBecause = moved,
            }
            : null;
    }

    private static BuildCall? OfRailway(Deployment deployment, RailwayConfig railway)
    {
        var tree = deployment.Tree;
        // A service may have a root of its own, which only the platform knows: the root of the repository or where the file stands.
        var written = railway.DockerfilePath;
        var directory = new[] { railway.File.Directory, "" }.FirstOrDefault(directory =>
            RepositoryPath.Join(directory, written?.Value ?? "Dockerfile") is { } path && tree.HasFile(path)
        );
        // A Dockerfile above the file that names it is built from where it stands.
        var context =
            directory is { Length: > 0 }
            && RepositoryPath.Join(directory, written?.Value ?? "Dockerfile") is { } named
            && RepositoryPath.Inside(directory, named) is null
                ? RepositoryPath.Parent(named)
                : directory;
        var fitting =
            directory is null || RepositoryPath.Join(directory, written?.Value ?? "Dockerfile") is not { } found
                ? null
                : FittingContext.Of(deployment, found, [context ?? directory, ""]);
        // Railway builds a Dockerfile that it finds, whatever builder is named.
        return directory is null || (written is null && railway.Builder?.Value is not "DOCKERFILE" && directory != railway.File.Directory)
            ? null
            : new BuildCall(
                RepositoryPath.Join(directory, written?.Value ?? "Dockerfile"),
                fitting ?? context ?? directory,
                railway.File.Path,
                written?.Span ?? railway.Builder?.Span ?? railway.File.Whole
            )
            {
                WrittenDockerfile = written,
                BaseDirectory = directory,
                DockerfileBase = directory,
                ContextMayHoldMoreBecause = fitting is null ? "the service's root is set on the platform" : null,
            };
    }

    /// <summary>Kamal is started above <c>config/</c> or <c>.kamal/</c>, and builds a clone of what is committed.</summary>
    private static BuildCall? OfKamal(RepositoryTree tree, KamalConfig kamal)
    {
        var context = kamal.Context?.Value ?? ".";
        var file = kamal.Dockerfile?.Value ?? "Dockerfile";
        var directory = RepositoryPath
            .Ancestors(kamal.File.Directory)
            .FirstOrDefault(directory => RepositoryPath.Join(directory, file) is { } path && tree.HasFile(path));
        return directory is null || kamal.UsesBuildpacks
            ? null
            : new BuildCall(
                RepositoryPath.Join(directory, file),
                RepositoryPath.Join(directory, context),
                kamal.File.Path,
                kamal.Dockerfile?.Span ?? kamal.Image?.Span ?? kamal.File.Whole
            )
            {
                WrittenContext = kamal.Context,
                WrittenDockerfile = kamal.Dockerfile,
                BaseDirectory = directory,
                DockerfileBase = directory,
                Target = kamal.Target,
                Arguments = [.. kamal.Arguments.Select(Argument)],
                ContextMayHoldMoreBecause = "the directory in which kamal is started is unknown",
            };
    }

    /// <summary>Paths are those of the directory where Skaffold is started: its file's own, or one above with <c>--filename</c>. A Dockerfile that is not in the context is looked for there as well.</summary>
    /// <remarks>Sources: Skaffold documentation, "Skaffold Pipeline", "File resolution"; GoogleContainerTools/skaffold, pkg/skaffold/docker/dependencies.go, NormalizeDockerfilePath.</remarks>
    private static BuildCall OfSkaffold(RepositoryTree tree, SkaffoldArtifact made)
    {
        var context = made.Context?.Value ?? ".";
        var dockerfile = made.Dockerfile?.Value ?? "Dockerfile";
        var starts = RepositoryPath.Ancestors(made.Span.File.Directory).ToList();
        var inContext = starts.Find(start => tree.HasFile(RepositoryPath.Join(start, $"{context}/{dockerfile}") ?? ""));
        var beside = inContext is null ? starts.Find(start => tree.HasFile(RepositoryPath.Join(start, dockerfile) ?? "")) : null;
        var directory = inContext ?? beside ?? made.Span.File.Directory;
        var full = RepositoryPath.Join(directory, context);
        return new BuildCall(
            beside is not null ? RepositoryPath.Join(directory, dockerfile)
                : full is null ? null
                : RepositoryPath.Join(full, dockerfile),
            full,
            $"{made.Image.Value} in {made.Span.File.Path}",
            made.Span
        )
        {
            WrittenContext = made.Context,
            WrittenDockerfile = made.Dockerfile,
            BaseDirectory = directory,
            DockerfileBase = beside,
            Target = made.Target,
            Arguments = [.. made.Arguments.Select(Argument)],
        };
    }

    /// <summary>Without a Dockerfile azd builds with buildpacks.</summary>
    /// <remarks>Source: Azure Developer CLI, "azure.yaml schema", docker: paths are those of the service's project.</remarks>
    private static BuildCall? OfAzd(RepositoryTree tree, AzdService service)
    {
        var directory = service.Project is { } project ? RepositoryPath.Join(service.Name.Span.File.Directory, project.Value) : null;
        if (directory is null || RepositoryPath.Join(directory, service.Dockerfile?.Value ?? "Dockerfile") is not { } path)
        {
            return null;
        }

        return service.Dockerfile is null && !tree.HasFile(path)
            ? null
            : new BuildCall(
                path,
                RepositoryPath.Join(directory, service.Context?.Value ?? "."),
                $"service {service.Name.Value} in {service.Name.Span.File.Path}",
                service.Name.Span
            )
            {
                WrittenContext = service.Context,
                WrittenDockerfile = service.Dockerfile,
                BaseDirectory = directory,
                DockerfileBase = directory,
                Target = service.Target,
            };
    }

    private static BuildArgument Argument(PlatformVariable variable) =>
        new(variable.Name.Value, variable.Value is { } value ? Resolved.Known(value.Value, value.Span) : null, variable.Span);
}
