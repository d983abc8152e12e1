using Seaworthy.Model.Declared.Compose;
using static Seaworthy.Reading.Linking.Compose.ListMerge;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The parts of a service that are records of their own, laid over each other.</summary>
/// <remarks>Source: the Compose specification, "Merge and override".</remarks>
internal static class PartMerge
{
    public static ComposeBuild? Build(ComposeBuild? below, ComposeBuild? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Context = above.Context ?? below.Context,
            Dockerfile = above.Dockerfile ?? below.Dockerfile,
            DockerfileInline = above.DockerfileInline ?? below.DockerfileInline,
            Target = above.Target ?? below.Target,
            Args = Variables(below.Args, above.Args),
            AdditionalContexts = Variables(below.AdditionalContexts, above.AdditionalContexts),
            Labels = Variables(below.Labels, above.Labels),
            Ssh = Variables(below.Ssh, above.Ssh),
            ExtraHosts = ByKey(below.ExtraHosts, above.ExtraHosts, host => $"{host.Name.Value}={host.Value?.Raw}"),
            Secrets = Append(below.Secrets, above.Secrets),
            Platforms = Append(below.Platforms, above.Platforms),
            CacheFrom = Append(below.CacheFrom, above.CacheFrom),
            CacheTo = Append(below.CacheTo, above.CacheTo),
            Tags = Texts(below.Tags, above.Tags),
            Network = above.Network ?? below.Network,
            NoCache = above.NoCache ?? below.NoCache,
            Pull = above.Pull ?? below.Pull,
        };

    public static ComposeHealthcheck? Healthcheck(ComposeHealthcheck? below, ComposeHealthcheck? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Test = above.Kind == HealthTestKind.Absent ? below.Test : above.Test,
            Kind = above.Kind == HealthTestKind.Absent ? below.Kind : above.Kind,
            Disable = above.Disable ?? below.Disable,
            Interval = above.Interval ?? below.Interval,
            Timeout = above.Timeout ?? below.Timeout,
            StartPeriod = above.StartPeriod ?? below.StartPeriod,
            StartInterval = above.StartInterval ?? below.StartInterval,
            Retries = above.Retries ?? below.Retries,
        };

    /// <summary>Options of another driver are not mixed.</summary>
    public static ComposeLogging? Logging(ComposeLogging? below, ComposeLogging? above) =>
        below is null ? above
        : above is null ? below
        : above.Driver is { } other && below.Driver is { } driver && other.Raw != driver.Raw ? above
        : above with { Driver = above.Driver ?? below.Driver, Options = Variables(below.Options, above.Options) };

    /// <summary>The short form says <c>service_started</c>, and so takes back what the long form below it said.</summary>
    public static ComposeDependency Dependency(ComposeDependency below, ComposeDependency above) =>
        above.Span == above.Service.Span
            ? above with
            {
                Restart = below.Restart,
            }
            : above with
            {
                Condition = above.Condition ?? below.Condition,
                Required = above.Required ?? below.Required,
                Restart = above.Restart ?? below.Restart,
            };

    public static ComposeNetworkAttachment Network(ComposeNetworkAttachment below, ComposeNetworkAttachment above) =>
        above with
        {
            Aliases = Texts(below.Aliases, above.Aliases),
            Ipv4Address = above.Ipv4Address ?? below.Ipv4Address,
            Ipv6Address = above.Ipv6Address ?? below.Ipv6Address,
        };

    public static ComposeDeploy? Deploy(ComposeDeploy? below, ComposeDeploy? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Mode = above.Mode ?? below.Mode,
            EndpointMode = above.EndpointMode ?? below.EndpointMode,
            Replicas = above.Replicas ?? below.Replicas,
            Labels = Variables(below.Labels, above.Labels),
            Limits = Resources(below.Limits, above.Limits),
            Reservations = Resources(below.Reservations, above.Reservations),
            RestartPolicy = RestartPolicy(below.RestartPolicy, above.RestartPolicy),
            UpdateConfig = Update(below.UpdateConfig, above.UpdateConfig),
            RollbackConfig = Update(below.RollbackConfig, above.RollbackConfig),
            PlacementConstraints = Append(below.PlacementConstraints, above.PlacementConstraints),
        };

    private static ComposeResources? Resources(ComposeResources? below, ComposeResources? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Cpus = above.Cpus ?? below.Cpus,
            Memory = above.Memory ?? below.Memory,
            Pids = above.Pids ?? below.Pids,
            HasDevices = above.HasDevices || below.HasDevices,
        };

    private static ComposeRestartPolicy? RestartPolicy(ComposeRestartPolicy? below, ComposeRestartPolicy? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Condition = above.Condition ?? below.Condition,
            Delay = above.Delay ?? below.Delay,
            MaxAttempts = above.MaxAttempts ?? below.MaxAttempts,
            Window = above.Window ?? below.Window,
        };

    private static ComposeUpdate? Update(ComposeUpdate? below, ComposeUpdate? above) =>
        below is null ? above
        : above is null ? below
        : above with
        {
            Parallelism = above.Parallelism ?? below.Parallelism,
            Delay = above.Delay ?? below.Delay,
            FailureAction = above.FailureAction ?? below.FailureAction,
            Monitor = above.Monitor ?? below.Monitor,
            MaxFailureRatio = above.MaxFailureRatio ?? below.MaxFailureRatio,
            Order = above.Order ?? below.Order,
        };
}
