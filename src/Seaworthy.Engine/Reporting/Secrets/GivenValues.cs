using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Everything that the files of a repository give to names which promise a secret: as readers understand it, and where it is written.</summary>
internal static class GivenValues
{
    // Kubernetes itself calls them secret, whatever their keys are called.
    private const string OfSecret = "SECRET_PASSWORD";

    public static IReadOnlyList<GivenValue> Of(Deployment deployment) =>
        [
            .. Named(deployment)
                .Concat(Composed(deployment))
                .Concat(Pods(deployment))
                .Concat(Built(deployment))
                .Concat(Joined(deployment))
                .Where(given => SecretWords.Hide(given.Name, given.Value)),
        ];

    private static IEnumerable<GivenValue> Named(Deployment deployment) =>
        deployment
            .Artifacts.SelectMany(artifact => artifact.SecretValues)
            .Select(named => new GivenValue(named.Name, named.Value, named.Span))
            .Concat(
                deployment
                    .Of<EnvFile>()
                    .SelectMany(file => file.Entries.Concat(file.CommentedOut))
                    .Select(entry => GivenValue.Of(entry.Name.Value, entry.Value))
            )
            .Concat(
                deployment
                    .Of<ApplicationProperties>()
                    .SelectMany(file => file.All)
                    .Select(property => GivenValue.Of(property.Key, property.Value))
            );

    private static IEnumerable<GivenValue> Composed(Deployment deployment) =>
        deployment
            .Of<ComposeFile>()
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Environment.Concat(service.Build?.Args ?? []))
            .Select(variable => GivenValue.Of(variable.Name.Value, variable.Value));

    private static IEnumerable<GivenValue> Pods(Deployment deployment)
    {
        foreach (var one in deployment.Of<KubernetesManifest>().SelectMany(manifest => manifest.Objects))
        {
            switch (one)
            {
                case KubernetesSecret { IsEncrypted: false } secret:
                    foreach (var pair in secret.Data.Concat(secret.StringData))
                    {
                        yield return new GivenValue(OfSecret, pair.Value?.Value ?? "", Span: null);
                    }

                    break;
                case KubernetesWorkload { Pod: { } pod }:
                    foreach (var variable in pod.Containers.Concat(pod.InitContainers).SelectMany(container => container.Variables))
                    {
                        yield return GivenValue.Of(variable.Name.Value, variable.Value);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<GivenValue> Built(Deployment deployment) =>
        deployment
            .Of<Dockerfile>()
            .SelectMany(dockerfile => dockerfile.GlobalArgs.Concat(dockerfile.Stages.SelectMany(stage => stage.Instructions)))
            .Select(instruction =>
                instruction switch
                {
                    DockerInstruction.Env variable => GivenValue.Of(variable.Name.Value, variable.Value),
                    DockerInstruction.Arg argument => GivenValue.Of(argument.Name.Value, argument.Default),
                    _ => null,
                }
            )
            .OfType<GivenValue>();

    private static IEnumerable<GivenValue> Joined(Deployment deployment) =>
        deployment
            .Workloads.SelectMany(workload => workload.Supplied)
            .Concat(deployment.Images.SelectMany(image => image.Environment))
            .Select(variable => new GivenValue(variable.Name, variable.Value.Text ?? "", Span: null));
}
