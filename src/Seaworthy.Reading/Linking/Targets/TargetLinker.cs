using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Outside;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Targets.Cloud;
using Seaworthy.Reading.Linking.Targets.Commanded;
using Seaworthy.Reading.Linking.Targets.Compose;
using Seaworthy.Reading.Linking.Targets.Kubernetes;
using Seaworthy.Reading.Linking.Targets.Platforms;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Every declaration of something to run to targets and their workloads.</summary>
internal static class TargetLinker
{
    public static IReadOnlyList<Target> Link(Deployment deployment, CodeModules modules)
    {
        ListeningLinker listening = new(deployment, modules, new CodeValues(modules));
        var built = JvmBuiltImages.Of(deployment);
        var left = Work.Left;
        var kubernetes = Task.Run(() => Work.Within(left, () => KubernetesTargets.Link(deployment, listening, built).ToList()));
        return OutsideSupply.Give(
            [
                .. ComposeTargets.Link(deployment, listening, built),
                .. kubernetes.GetAwaiter().GetResult(),
                .. PlatformTargets.Link(deployment, listening),
                .. CloudTargets.Link(deployment, listening),
                .. CommandedTargets.Link(deployment, listening),
            ],
            deployment.Outside
        );
    }
}
