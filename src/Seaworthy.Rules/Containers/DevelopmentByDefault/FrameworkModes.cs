using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The images of frameworks with a mode, each for the workloads that run it in production, or for itself if it is shipped to a place that nobody here reads.</summary>
/// <remarks>Source: for each framework its row.</remarks>
internal static class FrameworkModes
{
    public static IReadOnlyList<FrameworkMode> Link(Deployment deployment) =>
        [
            .. from image in deployment.Images
            where !image.IsForDevelopment
            from framework in ModalFramework.All
            where image.Components.Any(component => component.Frameworks.Contains(framework.Name))
            let start = deployment.StartupsOf(image).FirstOrDefault()
            from found in Of(deployment, image, framework, start)
            select found,
        ];

    private static IEnumerable<FrameworkMode> Of(Deployment deployment, Image image, ModalFramework framework, Startup? start)
    {
        var line = EnvLine(deployment, image, framework);
        if (framework.HasEnvFile && line?.Value?.Raw is not ("dev" or "development"))
        {
            return [];
        }

        var workloads = deployment.WorkloadsOf(image).Where(IsInProduction).DistinctBy(workload => workload.Span).ToList();
        var found =
            workloads.Count > 0
                ? workloads
                    .Where(workload => Serves(deployment.StartupOf(workload), framework))
                    .Select(workload => OfWorkload(workload, image, framework, deployment))
            : IsShippedElsewhere(deployment, image) && Serves(start, framework) ? [OfImage(deployment, image, framework, start)]
            : [];
        return found.Select(mode => mode with { Default = line?.Span });
    }

    private static FrameworkMode OfWorkload(Workload workload, Image image, ModalFramework framework, Deployment deployment)
    {
        var startup = deployment.StartupOf(workload);
        return new FrameworkMode(framework, image, workload.ToString(), workload.Span)
        {
            SetAt = workload.Supplied.FirstOrDefault(variable => IsMode(variable, framework))?.Span ?? ByCommand(image, framework, startup),
            Start = startup?.Span,
            UnknownBecause = workload.SuppliesMoreBecause ?? startup?.UnknownBecause,
        };
    }

    /// <summary>What runs the image is not in the repository, or is not known to be this image: any file that names the variable may set it.</summary>
    private static FrameworkMode OfImage(Deployment deployment, Image image, ModalFramework framework, Startup? start) =>
        new(framework, image, image.Name, image.Final.Declared.Span)
        {
            SetAt = image.Environment.FirstOrDefault(variable => IsMode(variable, framework))?.Span ?? ByCommand(image, framework, start),
            Start = start?.Span,
            UnknownBecause = deployment.Artifacts.FirstOrDefault(artifact =>
                artifact is not (CodeFile or Document or EnvFile { IsTemplate: true })
                && !artifact.File.Path.EndsWith(".rb", StringComparison.Ordinal)
                && framework.Variables.Any(name => artifact.File.Mentions(name))
            )
                is { } other
                ? $"{other.File.Path} mentions it"
                : start?.UnknownBecause,
        };

    private static bool IsMode(SuppliedVariable variable, ModalFramework framework) =>
        framework.Variables.Contains(variable.Name)
        // A file that the framework itself loads is its default.
        && !(framework.HasEnvFile && variable.Origin == SupplyOrigin.DotEnvLoader);

    private static SourceSpan? ByCommand(Image image, ModalFramework framework, Startup? startup) =>
        startup?.Programs.FirstOrDefault(program => framework.Otherwise.Any(word => program.Text.Contains(word, StringComparison.Ordinal)))
            is { } found
            ? found.Span
        : startup is not null && framework.Otherwise.Any(word => startup.Text.Contains(word, StringComparison.Ordinal)) ? startup.Span
        : framework.HasEnvFile && image.Mentions(image.Final, ["dump-env", ".env.local"]) ? image.Final.Declared.Span
        : null;

    private static EnvEntry? EnvLine(Deployment deployment, Image image, ModalFramework framework) =>
        !framework.HasEnvFile
            ? null
            : image
                .Final.Files.CopiedUnder("/")
                .Where(file => RepositoryPath.NameOf(file.Source) == ".env")
                .Select(file => deployment.At<EnvFile>(file.Source)?.Find(framework.Variables[0]))
                .FirstOrDefault(entry => entry is not null);

    /// <summary>Its start ends in a server of the framework, or hands its command on by a script that is not followed.</summary>
    private static bool Serves(Startup? startup, ModalFramework framework) =>
        startup is { IsForDevelopment: false }
        && (
            startup.Programs.Any(program => framework.Servers.Contains(CommandLine.Of(program).Program))
            || startup.Text.Split(' ').Any(word => framework.Servers.Contains(word[(word.LastIndexOf('/') + 1)..]))
        );

    private static bool IsInProduction(Workload workload) =>
        workload.Environment is TargetEnvironment.Production or TargetEnvironment.Staging || CloudWorkload.Is(workload);

    /// <summary>A target of the cloud runs images by addresses that only its account knows, and all that is known to run this one is Compose on a desk.</summary>
    private static bool IsShippedElsewhere(Deployment deployment, Image image) =>
        deployment.Targets.Any(target => target.Kind is TargetKind.Terraform or TargetKind.Bicep or TargetKind.Ecs or TargetKind.Kubernetes)
        && deployment.WorkloadsOf(image).All(workload => workload.Kind == TargetKind.Compose);
}
