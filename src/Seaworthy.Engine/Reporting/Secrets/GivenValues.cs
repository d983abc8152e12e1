using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
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
                .Concat(Coded(deployment))
                .Concat(Joined(deployment))
                .Where(given => SecretWords.Hide(given.Name, given.Value)),
        ];

    private static IEnumerable<GivenValue> Named(Deployment deployment) =>
        deployment
            .Artifacts.SelectMany(artifact => artifact.SecretValues)
            .Select(named => new GivenValue(named.Name, named.Value, named.Span))
            .Concat(deployment.Of<EnvFile>().SelectMany(file => file.Entries.Concat(file.CommentedOut)).Select(Assigned))
            .Concat(
                deployment
                    .Of<ApplicationProperties>()
                    .SelectMany(file => file.All)
                    .Select(property => GivenValue.Of(property.Key, property.Value))
            );

    /// <summary>What stands behind the closing mark without a blank was meant as a part of the value by somebody who knows shells.</summary>
    private static GivenValue Assigned(EnvEntry entry)
    {
        var given = GivenValue.Of(entry.Name.Value, entry.Value);
        if (entry.Quote == EnvQuote.None || given.Span is not { } span)
        {
            return given;
        }

        var rest = span.File.Text.AsSpan(Math.Min(span.End + 1, span.File.Text.Length));
        var length = rest.IndexOfAny(" \t\r\n") is var end and >= 0 ? end : rest.Length;
        return length == 0 ? given : given with { Span = span with { Length = span.Length + 1 + length } };
    }

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

    /// <summary>What programs take where a variable is not set.</summary>
    private static IEnumerable<GivenValue> Coded(Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .SelectMany(file => file.EnvironmentReads)
            .SelectMany(read =>
                Options(read.Default).OfType<CodeValue.Literal>().Select(literal => new GivenValue(read.Name, literal.Text, literal.Span))
            );

    private static IReadOnlyList<CodeValue> Options(CodeValue? value) =>
        value is CodeValue.Choice choice ? choice.Options
        : value is null ? []
        : [value];

    private static IEnumerable<GivenValue> Joined(Deployment deployment) =>
        deployment
            .Workloads.SelectMany(workload => workload.Supplied)
            .Concat(deployment.Images.SelectMany(image => image.Environment))
            .Select(variable => new GivenValue(variable.Name, variable.Value.Text ?? "", Span: null));
}
