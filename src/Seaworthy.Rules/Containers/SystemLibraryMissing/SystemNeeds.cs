using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What the Python packages of an image take of its system.</summary>
internal static class SystemNeeds
{
    private const int MostIncludes = 5;

    // The wheel is built elsewhere, or the environment of another image brings it.
    private static readonly string[] OwnWheels = ["--find-links", "-f", "--no-index", "--only-binary"];

    private static readonly string[] Projects = ["poetry", "uv", "pipenv", "pdm"];

    public static IReadOnlyList<SystemNeed> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
                .SelectMany(image => Of(image, deployment)),
        ];

    private static IEnumerable<SystemNeed> Of(Image image, Deployment deployment)
    {
        var installs = Installs(image).ToList();
        if (installs.Count == 0)
        {
            yield break;
        }

        var asked = Asked(installs, deployment);
        foreach (var package in NativePackages.All)
        {
            if (
                !asked.TryGetValue(package.Name, out var declared)
                || (package.Instead is { } other && asked.ContainsKey(other))
                || (package.Use == NativeUse.Build ? Compiled(declared) : Imported(image, package)) is not { } place
            )
            {
                continue;
            }

            var system = place.Stage.PublicBase?.System;
            var packages = system == BaseSystem.Alpine ? package.Alpine : package.Debian;
            if (
                packages is not null
                && (
                    system is BaseSystem.Debian or BaseSystem.Ubuntu or BaseSystem.Alpine
                    || (system == BaseSystem.DebianFull && !package.IsInFullImages)
                )
            )
            {
                yield return new SystemNeed(image, place.Stage, package, declared.Span, place.At)
                {
                    IsMissing = !package.Traces.All(words => image.Mentions(place.Stage, words)),
                    UnknownBecause = ImagePrograms.WhyMore(image, place.Stage) ?? Runner(image, package, deployment),
                    Install = system == BaseSystem.Alpine ? $"apk add --no-cache {packages}" : $"apt-get install -y {packages}",
                };
            }
        }
    }

    /// <summary>Another image of the same source has what is needed: that one may be where the code runs.</summary>
    private static string? Runner(Image image, NativePackage package, Deployment deployment) =>
        package.Use == NativeUse.Build ? null
        : deployment.Images.FirstOrDefault(other =>
            other.Dockerfile != image.Dockerfile
            && other.Components.Intersect(image.Components).Any()
            && package.Traces.All(words => other.Mentions(other.Final, words))
        )
            is { } found
            ? $"{found.Dockerfile.File.Path} has it, and may be where the code runs"
        : null;

    private static IEnumerable<PipInstall> Installs(Image image) =>
        from stage in image.Stages
        from at in stage.Commands
        from known in KnownCommand.Of(at.Command)
        where
            known is PackageInstallCommand { Manager: "pip" }
            || (known is ManifestInstallCommand { Manager: var manager } && Projects.Contains(manager))
        select new PipInstall(stage, at, known);

    /// <summary>The packages that are installed on Linux in any case, by their normal names.</summary>
    private static Dictionary<string, Asking> Asked(List<PipInstall> installs, Deployment deployment)
    {
        Dictionary<string, Asking> asked = new(StringComparer.Ordinal);
        foreach (var install in installs)
        {
            foreach (
                var dependency in Manifests(install, deployment)
                    .SelectMany(manifest => manifest.Dependencies)
                    .Where(dependency => dependency is { Kind: DependencyKind.Runtime, Condition: null, Source: DependencySource.Registry })
            )
            {
                asked.TryAdd(Dependency.PythonName(dependency.Name), new Asking(install, dependency.Span));
            }

            foreach (var word in (install.Known as PackageInstallCommand)?.Packages ?? [])
            {
                if (word.Literal is { } text)
                {
                    asked.TryAdd(
                        Dependency.PythonName(text.Split('=', '<', '>', '~', '!', '[', ' ', ';')[0]),
                        new Asking(install, word.Span)
                    );
                }
            }
        }

        return asked;
    }

    private static IEnumerable<Manifest> Manifests(PipInstall install, Deployment deployment)
    {
        return install.Known is PackageInstallCommand pip
            ? pip
                .RequirementFiles.Select(word => Held<Requirements>(word.Literal ?? ""))
                .OfType<Requirements>()
                .SelectMany(file => WithIncluded(file, deployment, MostIncludes))
            : new Manifest?[] { Held<PyProject>("pyproject.toml"), Held<Pipfile>("Pipfile") }.OfType<Manifest>();

        T? Held<T>(string name)
            where T : Manifest => deployment.At<T>(install.At.Before, install.At.Directory, name);
    }

    private static IEnumerable<Requirements> WithIncluded(Requirements file, Deployment deployment, int depth) =>
        depth == 0
            ? []
            : file
                .Includes.Where(include => !include.IsConstraint)
                .Select(include => RepositoryPath.Join(file.File.Directory, include.Path))
                .Select(path => path is null ? null : deployment.At<Requirements>(path))
                .OfType<Requirements>()
                .SelectMany(other => WithIncluded(other, deployment, depth - 1))
                .Prepend(file);

    /// <summary>The command that compiles a package, unless it takes a wheel from elsewhere.</summary>
    private static Place? Compiled(Asking asking)
    {
        var (stage, at, _) = asking.Install;
        return
            at.IsDemanded
            && !at.Command.Words.Any(word => OwnWheels.Any(option => word.Prefix.StartsWith(option, StringComparison.Ordinal)))
            ? new Place(stage, at.Command.Span)
            : null;
    }

    private static Place? Imported(Image image, NativePackage package) =>
        image
            .Components.SelectMany(component => component.Code)
            .Where(file => file is { Language: Language.Python, IsTest: false })
            .SelectMany(file => file.Imports)
            .FirstOrDefault(import => !import.IsOptional && import.Module.Split('.')[0] == package.Module)
            is { } import
            ? new Place(image.Final, import.Span)
            : null;

    private sealed record PipInstall(ImageStage Stage, StageCommand At, KnownCommand Known);

    private sealed record Asking(PipInstall Install, SourceSpan Span);

    private sealed record Place(ImageStage Stage, SourceSpan At);
}
