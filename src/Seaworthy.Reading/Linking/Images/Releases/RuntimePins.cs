using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Runtimes;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>What the files of programs ask of one runtime, whether or not a command of an image compares it.</summary>
/// <param name="runtime">As manifests call it: <c>dotnet</c> for the SDK as well.</param>
/// <param name="roots">The directories of the programs.</param>
internal sealed class RuntimePins(Deployment deployment, string runtime, IReadOnlyList<string> roots)
{
    // Each of them runs a webpack of its own release, whatever the manifest names beside it.
    private static readonly string[] BringWebpack = ["@angular-devkit/build-angular", "react-scripts", "@vue/cli-service", "laravel-mix"];

    private IEnumerable<Manifest> Manifests => roots.SelectMany(deployment.In<Manifest>);

    /// <summary>Each with the releases that it takes; what is not understood is left out.</summary>
    public IReadOnlyList<RuntimePin> Requirements =>
        [
            .. from asked in Manifests
                .Where(manifest => !TakesOthers(manifest))
                .SelectMany(Runtimes)
                .Concat(roots.SelectMany(deployment.In<ComposerLock>).SelectMany(locked => locked.Runtimes.Concat(locked.ToolRuntimes)))
                .Concat(Files.SelectMany(file => file.Runtimes))
                .Concat(roots.SelectMany(deployment.In<LockFile>).Select(LockedVersions.Ruby).OfType<RuntimeRequirement>())
            where asked.Runtime == runtime
            let range = VersionRange.Parse(Written(asked), runtime)
            where range is not null
            select new RuntimePin(asked, range),
        ];

    /// <summary>Packages whose releases, as far as they are known, are among those of which a limit is known.</summary>
    public IReadOnlyList<LimitedPackage> Limits =>
        [
            .. from manifest in Manifests
            from package in manifest.Dependencies
            where
                package.Name != "webpack" || !manifest.Dependencies.Any(other => BringWebpack.Contains(other.Name, StringComparer.Ordinal))
            let version = LockedVersions.Of(deployment, manifest.File.Directory, package.Name) ?? package.Range
            where version is not null
            let range = VersionRange.Parse(version, runtime)
            where range is not null
            let limit = RuntimeLimits.Find(runtime, package.Name, range)
            where limit is not null
            select new LimitedPackage(package, limit),
        ];

    /// <summary>A list of packages most of which are of one version only.</summary>
    public Requirements? ExactVersions =>
        runtime == "python"
            ? Manifests
                .OfType<Requirements>()
                .FirstOrDefault(list =>
                    list.Dependencies.Count(package => package.Range?.StartsWith("==", StringComparison.Ordinal) is true) is var exact
                    && exact * 2 > list.Dependencies.Count
                )
            : null;

    /// <summary>Version managers look in the directories above as well.</summary>
    private IEnumerable<RuntimeVersionFile> Files =>
        roots
            .SelectMany(root => RepositoryPath.Ancestors(root))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(deployment.In<RuntimeVersionFile>)
            // Which other SDK it takes, global.json says itself.
            .Where(file => !file.File.Text.Contains("rollForward", StringComparison.Ordinal));

    private IEnumerable<RuntimeRequirement> Runtimes(Manifest manifest) =>
        manifest is not DotNetProject { TargetFrameworks: [] } project ? manifest.Runtimes
        : TargetFramework.Of(deployment, project) is { } target ? [new RuntimeRequirement("dotnet", target.Value, target.Span)]
        : [];

    /// <summary>A .NET program that says so takes a newer runtime.</summary>
    private static bool TakesOthers(Manifest manifest) =>
        manifest is DotNetProject project && (project.IsImported || project.Properties.ContainsKey("RollForward"));

    /// <summary><c>net6.0</c>, <c>netcoreapp3.1</c>, the SDK <c>6.0.401</c>, which takes later patches; nothing for the .NET Framework.</summary>
    private static string Written(RuntimeRequirement asked)
    {
        var version = asked.Version.AsSpan();
        return asked.Runtime != "dotnet" ? asked.Version
            : !version.Contains('.') ? ""
            : version.StartsWith("netcoreapp") ? version["netcoreapp".Length..].ToString()
            : version.StartsWith("net") ? asked.Version["net".Length..].Split('-')[0]
            : string.Join('.', asked.Version.Split('.').Take(2));
    }
}
