using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Compares the imports of health checks with the packages of the images in which they run.</summary>
internal static class ProbedModules
{
    public static IReadOnlyList<ProbedModule> Link(Deployment deployment) =>
        [
            .. deployment
                .Workloads.Concat(deployment.All<LoneContainer>().Select(lone => lone.Workload))
                .Where(workload => workload.Image is not null && workload.Probes.Any(probe => probe.Imports.Count > 0))
                .GroupBy(workload => workload.Image?.Final.Declared, ReferenceEqualityComparer.Instance)
                .SelectMany(same => Of(deployment, [.. same])),
        ];

    private static IEnumerable<ProbedModule> Of(Deployment deployment, IReadOnlyList<Workload> workloads)
    {
        if (workloads[0].Image is not { } image)
        {
            yield break;
        }

        var modules = workloads
            .SelectMany(workload => workload.Probes)
            .SelectMany(probe => probe.Imports)
            .Select(import => import.Value)
            .Where(module => PythonDistributions.Of(module).Count > 0)
            .ToHashSet(StringComparer.Ordinal);
        if (modules.Count == 0)
        {
            yield break;
        }

        var installs = PythonInstalls.Of(deployment, image);
        foreach (var module in modules)
        {
            yield return new ProbedModule(image, module, PythonDistributions.Of(module)[0], Find(deployment, installs, module))
            {
                Installs = installs.Commands,
                Manifests = [.. installs.Manifests.Select(manifest => manifest.File)],
            };
        }
    }

    private static PathAnswer Find(Deployment deployment, PythonInstalls installs, string module) =>
        InstalledDistributions.Bring(installs.Names, module) ? new PathAnswer(Presence.Present, module)
        : installs.UnknownBecause is { } why ? Unknown(module, why)
        : installs.InstallsNothingElse || (PythonWithoutClients.IsClient(module) && PythonWithoutClients.BringNone(installs.Distributions))
            ? new PathAnswer(Presence.Absent, module)
        : IsLocked(deployment, installs, module) is { } file ? Unknown(module, $"{file.File.Path} has it")
        : Unknown(module, "one of the installed packages may depend on it");

    private static PathAnswer Unknown(string module, string why) => new(Presence.Unknown, module, Why: why);

    /// <summary>The lock file beside a manifest that resolves the package: as a rule something needs it.</summary>
    private static LockFile? IsLocked(Deployment deployment, PythonInstalls installs, string module)
    {
        var packages = PythonDistributions.Of(module);
        var directories = installs.Manifests.Select(manifest => manifest.File.Directory).ToHashSet(StringComparer.Ordinal);
        return deployment
            .Of<LockFile>()
            .FirstOrDefault(file =>
                file.Ecosystem == Ecosystem.Python
                && directories.Contains(file.File.Directory)
                && packages.Any(package => file.File.Text.Contains($"\"{package}\"", StringComparison.Ordinal))
            );
    }
}
