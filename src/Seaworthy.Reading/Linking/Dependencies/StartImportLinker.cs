using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Compares what programs import and open as they start with the packages and files of their images.</summary>
internal static class StartImportLinker
{
    public static IReadOnlyList<StartImports> Link(Deployment deployment)
    {
        PythonManifests manifests = new(deployment);
        return
        [
            .. deployment
                .Startups.Where(startup => startup.Image is not null)
                .GroupBy(startup => startup.Image?.Final.Declared, ReferenceEqualityComparer.Instance)
                .SelectMany(ofImage => OfImage(deployment, manifests, [.. ofImage])),
        ];
    }

    /// <summary>A package or module is reported once per image, however many of its programs import it.</summary>
    private static IEnumerable<StartImports> OfImage(Deployment deployment, PythonManifests manifests, IReadOnlyList<Startup> startups)
    {
        if (startups[0].Image is not { } image)
        {
            yield break;
        }

        PythonInstalls? installs = null;
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (var startup in startups.Where(startup => !InstallsItself(startup)))
        {
            var loads = StartPrograms.OfPython(deployment, startup);
            if (loads.Count == 0)
            {
                var scripts = StartPrograms.OfNode(deployment, startup);
                if (scripts.Count > 0)
                {
                    yield return Held(startup, image, scripts, reported);
                }
                else if (
                    CompiledOpens.Missing(deployment, startup).Where(opened => reported.Add(opened.Answer.Looked)).ToList() is
                    { Count: > 0 } opened
                )
                {
                    yield return new StartImports(startup.Subject, startup.Span, image) { Opened = opened };
                }

                continue;
            }

            installs ??= PythonInstalls.Of(deployment, image);
            yield return Held(deployment, manifests, startup, image, loads, installs, reported);
        }
    }

    private static StartImports Held(Startup startup, Image image, IReadOnlyList<ScriptLoad> loads, HashSet<string> reported) =>
        new(startup.Subject, startup.Span, image)
        {
            IsScript = true,
            LeftOut = [.. loads.SelectMany(load => load.LeftOut).Where(module => reported.Add(module.Answer.Looked))],
            Opened = [.. loads.SelectMany(load => load.Opened).Where(opened => reported.Add(opened.Answer.Looked))],
        };

    private static StartImports Held(
        Deployment deployment,
        PythonManifests manifests,
        Startup startup,
        Image image,
        IReadOnlyList<PythonLoad> loads,
        PythonInstalls installs,
        HashSet<string> reported
    ) =>
        new(startup.Subject, startup.Span, image)
        {
            Installs = installs.Commands,
            Manifests = [.. installs.Manifests.Select(manifest => manifest.File)],
            InstallsNothingElse = installs.InstallsNothingElse,
            UnknownBecause = installs.UnknownBecause,
            LeftOut =
            [
                .. loads
                    .SelectMany(load => load.LeftOut)
                    .Where(module => !installs.Names.Contains(Dependency.PythonName(module.Name.Split('.')[0])))
                    .Where(module => reported.Add(module.Answer.Looked)),
            ],
            Opened = [.. loads.SelectMany(load => load.Opened).Where(opened => reported.Add(opened.Answer.Looked))],
            Outside = [.. loads.SelectMany(load => load.Outside).Where(import => reported.Add(import.Span.ToString()))],
            MovedBecause =
                loads.Select(load => load.Moves).FirstOrDefault(moves => moves is not null) is { } moves
                    ? $"{moves.File.File.Path} changes the module search path"
                : PythonModules.InstallsProject(image) ? "the project itself may be among the installed packages"
                : null,
            Uninstalled =
            [
                .. installs.Commands.Count == 0
                    ? []
                    : loads
                        .SelectMany(load => load.Foreign)
                        .Select(import => Uninstalled(deployment, manifests, import, installs))
                        .OfType<UninstalledPackage>()
                        .Where(package => reported.Add(package.Package)),
            ],
        };

    /// <summary>The container installs packages before it starts.</summary>
    public static bool InstallsItself(Startup startup) =>
        startup
            .Programs.Concat(startup.Start?.Whole ?? [])
            .SelectMany(KnownCommand.Of)
            .Any(known => known is PackageInstallCommand { Manager: "pip" } or ManifestInstallCommand);

    private static UninstalledPackage? Uninstalled(
        Deployment deployment,
        PythonManifests manifests,
        ForeignImport import,
        PythonInstalls installs
    )
    {
        var module = import.Import.Module;
        var root = module.Split('.')[0];
        var known = PythonDistributions.Of(root);
        var distributions =
            known.Count > 0 ? known : PythonDistributions.OfNamespace(import.Import.Name is { } name ? $"{module}.{name}" : module);
        if (
            distributions.Count == 0
            || (
                known.Count > 0
                    ? InstalledDistributions.Bring(installs.Names, root)
                    : InstalledDistributions.BringPart(installs.Names, distributions)
            )
        )
        {
            return null;
        }

        var declared = deployment
            .Components.Where(component => component.Contains(import.From.File.File.Path))
            .OrderByDescending(component => component.Root.Length)
            .Take(1)
            .SelectMany(component => manifests.Declaring(component).All)
            .SelectMany(manifest => manifest.Dependencies)
            .FirstOrDefault(dependency =>
                dependency.Kind != DependencyKind.Build && distributions.Contains(Dependency.PythonName(dependency.Name))
            );
        return declared is null
            ? null
            : new UninstalledPackage(Dependency.PythonName(declared.Name), module, import.Import.Span, declared)
            {
                Through = import.From.Through,
                IsCommonlyBrought =
                    known.Count > 0 ? PythonDistributions.IsCommonlyBrought(root) : InstalledDistributions.IsShared(distributions[0]),
            };
    }
}
