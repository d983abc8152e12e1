using Seaworthy.Model.Declared.Compose;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>A service without one of its keys, or without an entry of one.</summary>
internal static class ServiceReset
{
    private static readonly Dictionary<string, Func<ComposeService, ComposeService>> Whole = new(StringComparer.Ordinal)
    {
        ["image"] = service => service with { Image = null },
        ["build"] = service => service with { Build = null },
        ["command"] = service => service with { Command = null },
        ["entrypoint"] = service => service with { Entrypoint = null },
        ["working_dir"] = service => service with { WorkingDirectory = null },
        ["user"] = service => service with { User = null },
        ["platform"] = service => service with { Platform = null },
        ["environment"] = service => service with { Environment = [] },
        ["env_file"] = service => service with { EnvFiles = [] },
        ["labels"] = service => service with { Labels = [] },
        ["secrets"] = service => service with { Secrets = [] },
        ["configs"] = service => service with { Configs = [] },
        ["profiles"] = service => service with { Profiles = [] },
        ["logging"] = service => service with { Logging = null },
        ["ports"] = service => service with { Ports = [] },
        ["expose"] = service => service with { Expose = [] },
        ["volumes"] = service => service with { Volumes = [] },
        ["tmpfs"] = service => service with { Tmpfs = [] },
        ["depends_on"] = service => service with { DependsOn = [] },
        ["healthcheck"] = service => service with { Healthcheck = null },
        ["networks"] = service => service with { Networks = [] },
        ["network_mode"] = service => service with { NetworkMode = null },
        ["links"] = service => service with { Links = [] },
        ["extra_hosts"] = service => service with { ExtraHosts = [] },
        ["container_name"] = service => service with { ContainerName = null },
        ["hostname"] = service => service with { Hostname = null },
        ["deploy"] = service => service with { Deploy = null },
        ["restart"] = service => service with { Restart = null },
        ["mem_limit"] = service => service with { MemoryLimit = null },
        ["cpus"] = service => service with { Cpus = null },
        ["ulimits"] = service => service with { Ulimits = [] },
        ["privileged"] = service => service with { Privileged = null },
        ["read_only"] = service => service with { ReadOnly = null },
        ["cap_add"] = service => service with { CapAdd = [] },
        ["cap_drop"] = service => service with { CapDrop = [] },
        ["security_opt"] = service => service with { SecurityOpt = [] },
        ["devices"] = service => service with { Devices = [] },
        ["sysctls"] = service => service with { Sysctls = [] },
        ["develop"] = service => service with { Watch = [] },
    };

    /// <param name="path">From the top: <c>services</c>, the service, the key, and perhaps further.</param>
    public static ComposeService Clear(ComposeService service, string key, IReadOnlyList<string> path)
    {
        if (path.Count > 3)
        {
            return ClearEntry(service, key, path[3], path.Count > 4 ? path[4] : null);
        }

        return Whole.TryGetValue(key, out var clear)
            ? clear(service) with
            {
                Keys = [.. service.Keys.Where(found => found.Value != key)],
            }
            : service;
    }

    private static ComposeService ClearEntry(ComposeService service, string key, string name, string? inner) =>
        (key, name) switch
        {
            ("environment", _) => service with { Environment = Without(service.Environment, name) },
            ("labels", _) => service with { Labels = Without(service.Labels, name) },
            ("sysctls", _) => service with { Sysctls = Without(service.Sysctls, name) },
            ("depends_on", _) => service with { DependsOn = [.. service.DependsOn.Where(dependency => dependency.Service.Value != name)] },
            ("networks", _) => service with { Networks = [.. service.Networks.Where(network => network.Network.Value != name)] },
            ("ulimits", _) => service with { Ulimits = [.. service.Ulimits.Where(limit => limit.Name.Value != name)] },
            ("build", _) when service.Build is { } build => service with { Build = ClearBuild(build, name, inner) },
            ("deploy", _) when service.Deploy is { } deploy => service with { Deploy = ClearDeploy(deploy, name, inner) },
            ("healthcheck", "test") when service.Healthcheck is { } check => service with
            {
                Healthcheck = check with { Test = null, Kind = HealthTestKind.Absent },
            },
            _ => service,
        };

    private static ComposeBuild ClearBuild(ComposeBuild build, string name, string? inner) =>
        (name, inner) switch
        {
            ("context", _) => build with { Context = null },
            ("dockerfile", _) => build with { Dockerfile = null },
            ("dockerfile_inline", _) => build with { DockerfileInline = null },
            ("target", _) => build with { Target = null },
            ("args", null) => build with { Args = [] },
            ("args", { } argument) => build with { Args = Without(build.Args, argument) },
            ("additional_contexts", null) => build with { AdditionalContexts = [] },
            ("cache_from", _) => build with { CacheFrom = [] },
            ("platforms", _) => build with { Platforms = [] },
            ("tags", _) => build with { Tags = [] },
            _ => build,
        };

    private static ComposeDeploy ClearDeploy(ComposeDeploy deploy, string name, string? inner) =>
        (name, inner) switch
        {
            ("replicas", _) => deploy with { Replicas = null },
            ("labels", null) => deploy with { Labels = [] },
            ("resources", null) => deploy with { Limits = null, Reservations = null },
            ("resources", "limits") => deploy with { Limits = null },
            ("resources", "reservations") => deploy with { Reservations = null },
            ("restart_policy", null) => deploy with { RestartPolicy = null },
            ("update_config", null) => deploy with { UpdateConfig = null },
            ("placement", _) => deploy with { PlacementConstraints = [] },
            _ => deploy,
        };

    private static IReadOnlyList<ComposeVariable> Without(IReadOnlyList<ComposeVariable> variables, string name) =>
        [.. variables.Where(variable => variable.Name.Value != name)];
}
