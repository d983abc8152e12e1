using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Modules;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Holds the programs with which containers start against what was installed in their images.</summary>
internal static class StartToolLinker
{
    public static IReadOnlyList<StartTool> Link(Deployment deployment) =>
        [.. deployment.Startups.SelectMany(startup => Of(deployment, startup))];

    private static IEnumerable<StartTool> Of(Deployment deployment, Startup startup)
    {
        if (startup is not { Image: { } image, Start: { } start } || IsNeverUsed(deployment, startup, image))
        {
            return [];
        }

        return new StartToolTrace(deployment, image.Final.Files)
            .Of(start)
            .DistinctBy(call => new { call.Package, call.Directory })
            .Select(call => Of(deployment, startup, image, call))
            .OfType<StartTool>();
    }

    private static StartTool? Of(Deployment deployment, Startup startup, Image image, StartToolCall call)
    {
        if (startup.Workload is { } workload && IsMountedOver(workload, call.Directory))
        {
            return null;
        }

        return Held(
            deployment,
            startup.Subject,
            startup.Span,
            image,
            call,
            new NodeModules(deployment, image, call.Package).At(call.Directory)
        );
    }

    /// <summary>A call compared with the modules that it finds; null when they are unknown, or no package.json there names the tool.</summary>
    public static StartTool? Held(
        Deployment deployment,
        string subject,
        SourceSpan span,
        Image image,
        StartToolCall call,
        ModuleState state
    )
    {
        if (
            state is { Kind: ModuleKind.Unknown or ModuleKind.None }
            || deployment.At<PackageJson>(image.Final.Files, call.Directory, "package.json") is not { } package
        )
        {
            return null;
        }

        var near = new[] { package, state.Manifest is { } path ? deployment.At<PackageJson>(path) : null };
        var declared = near.OfType<PackageJson>()
            .Distinct()
            .SelectMany(one => one.Dependencies)
            .Where(one => one.Name == call.Package)
            .ToList();
        return declared.OrderBy(one => one.Kind == DependencyKind.Development ? 0 : 1).FirstOrDefault() is not { } found
            ? null
            : new StartTool(subject, span, call.Program, found)
            {
                Through = call.Through,
                LeftOutBy = declared.Exists(IsInstalled) || IsBrought(deployment, state, call.Package) ? null : state.Install,
                Because = state.Because,
                BroughtBy = state.Overlay,
                IsCertain = IsCertain(deployment, state, call.Package),
                IsFetched = call.IsFetched,
                IsModule = call.IsModule,
                EndsStart = call.EndsStart,
            };
    }

    private static bool IsInstalled(Dependency dependency) => dependency.Kind != DependencyKind.Development;

    private static bool IsBrought(Deployment deployment, ModuleState state, string package) =>
        state.Kind != ModuleKind.Production
        || IsBroughtByWorkspace(deployment, state, package)
        || Locked(deployment, state, package) == false;

    /// <summary>What the lock file of npm says: for development only, or not; null when it says nothing.</summary>
    private static bool? Locked(Deployment deployment, ModuleState state, string package) =>
        state is { Manager: "npm", Lock: { } path } && deployment.At<LockFile>(path) is { } file ? NpmLock(file.File.Text, package) : null;

    /// <summary>Another package of the workspace installs it for all.</summary>
    private static bool IsBroughtByWorkspace(Deployment deployment, ModuleState state, string package)
    {
        var root = state.Manifest is { } path ? path[..(path.LastIndexOf('/') + 1)] : "";
        return deployment
            .Of<PackageJson>()
            .Where(other => other.File.Path.StartsWith(root, StringComparison.Ordinal))
            .Any(other => other.Dependencies.Any(one => one.Name == package && one.Kind != DependencyKind.Development));
    }

    private static bool IsNeverUsed(Deployment deployment, Startup startup, Image image)
    {
        if (startup.Workload is not null)
        {
            return false;
        }

        var users = deployment.WorkloadsOf(image).Where(workload => workload.Start is not null).ToList();
        return users.Count > 0
            && users.TrueForAll(user =>
                user.Start?.Span != startup.Span || (user.Start.WorkingDirectory is { } directory && IsMountedOver(user, directory))
            );
    }

    private static bool IsMountedOver(Workload workload, string directory) =>
        workload.Mounts.Any(mount => mount.Inside(ImagePath.Under(directory, "node_modules")) is not null);

    /// <summary>The lock file, or what is known of the package, says that nothing else brings it.</summary>
    private static bool IsCertain(Deployment deployment, ModuleState state, string package)
    {
        var text = state.Lock is { } path ? deployment.At<LockFile>(path)?.File.Text : null;
        return state.Manager switch
        {
            "npm" => Locked(deployment, state, package) ?? IsNeverBrought(package),
            "yarn" => text is null
                ? IsNeverBrought(package)
                : !text.Contains($"\n    {package} ", StringComparison.Ordinal)
                    && !text.Contains($"\n    \"{package}\" ", StringComparison.Ordinal),
            // Only what the package itself asks for gets a link in its node_modules, unless settings say otherwise.
            "pnpm" => !deployment.Tree.HasFile(".npmrc") && StartTools.IsPackage(package),
            _ => false,
        };
    }

    private static bool IsNeverBrought(string package) => StartTools.IsPackage(package) && !StartTools.MayBeBrought(package);

    /// <summary>What package-lock.json (version 2 and later) says of the package: for development only, or not; null when it does not name it.</summary>
    private static bool? NpmLock(string text, string package)
    {
        var start = text.IndexOf($"\"node_modules/{package}\": {{", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf("\"node_modules/", start + 1, StringComparison.Ordinal);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).Contains("\"dev\": true", StringComparison.Ordinal);
    }
}
