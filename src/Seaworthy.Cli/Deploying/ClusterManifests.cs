using Seaworthy.Deploying.Kubernetes.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Applying;

namespace Seaworthy.Cli.Deploying;

/// <summary>The text that a cluster gets: files as they are, what kubectl makes of a kustomization, or a chart as the audit renders it.</summary>
internal static class ClusterManifests
{
    /// <exception cref="DeployFailedException">There is no such text.</exception>
    public static IReadOnlyList<ManifestDocument> Of(
        Deployment deployment,
        ClusterTarget target,
        string root,
        string space,
        ProcessRunner runner
    )
    {
        var stack = target.Stack;
        if (ChartText.Of(deployment, stack, space) is { } chart)
        {
            return ManifestDocuments.Of(
                stack.Name,
                chart.Text
                    ?? throw new DeployFailedException(
                        $"the chart {stack.Name} cannot be rendered here, since {chart.Fault}: deploy what 'helm template' prints of it"
                    )
            );
        }

        if (Kustomization(deployment, stack.Name) is { } directory)
        {
            var result = runner.Run(KubectlCommands.Kustomize(Path.Combine(root, directory)));
            return result.IsDone
                ? ManifestDocuments.Of(stack.Name, result.Output)
                : throw new DeployFailedException($"the kustomization {stack.Name} cannot be built: {result.Complaint.TrimEnd('.')}");
        }

        return ManifestDocuments.Of(stack);
    }

    private static string? Kustomization(Deployment deployment, string name) =>
        deployment
            .Of<Kustomization>()
            .Select(found => found.File)
            .FirstOrDefault(file => file.Directory == name || (file.Directory.Length == 0 && file.Name == name))
            ?.Directory;
}
