using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>The <c>deploy</c> of a service.</summary>
/// <remarks>Source: the Compose specification, "Compose Deploy Specification".</remarks>
internal static class DeployReading
{
    public static ComposeDeploy? Deploy(Node? node, SourceSpan span) =>
        node is not MappingNode
            ? null
            : new ComposeDeploy(span)
            {
                Mode = Text(node.Get("mode")),
                EndpointMode = Text(node.Get("endpoint_mode")),
                Replicas = Text(node.Get("replicas")),
                Labels = Pairs(node.Get("labels")),
                Limits = Resources(node.Get("resources").Get("limits")),
                Reservations = Resources(node.Get("resources").Get("reservations")),
                RestartPolicy = RestartPolicy(node.Get("restart_policy")),
                UpdateConfig = Update(node.Get("update_config")),
                RollbackConfig = Update(node.Get("rollback_config")),
                PlacementConstraints = Texts(node.Get("placement").Get("constraints")),
            };

    private static ComposeResources? Resources(Node? node) =>
        node is not MappingNode
            ? null
            : new ComposeResources(node.Span)
            {
                Cpus = Text(node.Get("cpus")),
                Memory = Text(node.Get("memory")),
                Pids = Text(node.Get("pids")),
                HasDevices = node.Get("devices") is SequenceNode { Elements.Count: > 0 },
            };

    private static ComposeRestartPolicy? RestartPolicy(Node? node) =>
        node is not MappingNode
            ? null
            : new ComposeRestartPolicy(node.Span)
            {
                Condition = Text(node.Get("condition")),
                Delay = Duration(node.Get("delay")),
                MaxAttempts = Text(node.Get("max_attempts")),
                Window = Duration(node.Get("window")),
            };

    private static ComposeUpdate? Update(Node? node) =>
        node is not MappingNode
            ? null
            : new ComposeUpdate(node.Span)
            {
                Parallelism = Text(node.Get("parallelism")),
                Delay = Duration(node.Get("delay")),
                FailureAction = Text(node.Get("failure_action")),
                Monitor = Duration(node.Get("monitor")),
                MaxFailureRatio = Text(node.Get("max_failure_ratio")),
                Order = Text(node.Get("order")),
            };
}
