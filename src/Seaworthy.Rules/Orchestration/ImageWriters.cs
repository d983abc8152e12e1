using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Commands that put another image in the place of the one that a manifest names.</summary>
internal static class ImageWriters
{
    private static readonly PerDeployment<IReadOnlyList<ShellCommand>> AllCommands = new(deployment =>
        [.. deployment.Commands.Select(site => site.Command), .. deployment.Of<Document>().SelectMany(document => document.Commands)]
    );

    /// <summary>The commands of scripts, pipelines and documents.</summary>
    public static IReadOnlyList<ShellCommand> Commands(Deployment deployment) => AllCommands.Of(deployment);

    /// <summary>A command, a kustomization or a chart's caller may write another image there.</summary>
    public static bool Write(DeployedPod pod, Fact<string> image, Deployment deployment)
    {
        var name = ImagePush.ShortName(image.Value);
        var file = image.Span.File;
        return KustomizeEdit.IsToldIn(file)
            || Commands(deployment)
                .Any(command =>
                    command.Program switch
                    {
                        "kubectl" => command.Text.Contains("set image", StringComparison.Ordinal) && Names(command, name, pod),
                        "kustomize" => command.Text.Contains("set image", StringComparison.Ordinal),
                        "helm" => pod.Stack.KindsOfOtherValues is not null
                            && (
                                command.Text.Contains("tag", StringComparison.OrdinalIgnoreCase)
                                || command.Text.Contains("image", StringComparison.OrdinalIgnoreCase)
                            ),
                        "sed" or "yq" or "perl" or "envsubst" => command.Text.Contains(file.Name, StringComparison.Ordinal)
                            || Names(command, name, pod)
                            || command.Text.Contains("image:", StringComparison.Ordinal),
                        // find k8s -name "*.yml" -exec sed -i …
                        "find" or "xargs" => command.Text.Contains("sed ", StringComparison.Ordinal)
                            && (
                                command.Program == "xargs"
                                || command.Words.Any(word =>
                                    word.Literal is { Length: > 0 } directory && file.IsBelow(directory.TrimEnd('/'))
                                )
                            ),
                        _ => false,
                    }
                );
    }

    private static bool Names(ShellCommand command, string name, DeployedPod pod) =>
        (name.Length > 0 && command.Text.Contains(name, StringComparison.Ordinal))
        || command.Text.Contains(pod.Name, StringComparison.Ordinal);
}
