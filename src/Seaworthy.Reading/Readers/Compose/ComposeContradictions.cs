using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Keys that are right alone and refused together.</summary>
/// <remarks>Source: the checks of Compose after it has merged a project's files; if another file could fix it, nothing is reported.</remarks>
internal static class ComposeContradictions
{
    private static readonly string[] SecretSources = ["file", "environment"];
    private static readonly string[] ConfigSources = ["file", "environment", "content"];

    public static IEnumerable<Problem> Find(MappingNode root, bool isWhole) =>
        [
            .. Entries(root, "services").SelectMany(InService),
            .. Entries(root, "volumes").SelectMany(InVolume),
            .. Entries(root, "networks").SelectMany(InNetwork),
            .. Entries(root, "secrets").SelectMany(entry => InSecret(entry, "secrets", SecretSources, isWhole)),
            .. Entries(root, "configs").SelectMany(entry => InSecret(entry, "configs", ConfigSources, isWhole)),
        ];

    private static IEnumerable<Problem> InService(NodeEntry service)
    {
        var path = $"services.{service.Key}";
        var node = service.Value;
        if (
            node.Get("network_mode") is ScalarNode { IsNull: false } mode
            && node.Get("networks") is { } networks
            && networks.Items.Count + networks.Entries.Count > 0
        )
        {
            yield return Wrong($"{path}: network_mode and networks exclude each other", mode.Span, networks.Span);
        }

        if (
            node.Get("build").Get("dockerfile") is ScalarNode { IsNull: false } file
            && node.Get("build").Get("dockerfile_inline") is ScalarNode inline
        )
        {
            yield return Wrong($"{path}.build: dockerfile and dockerfile_inline exclude each other", inline.Span, file.Span);
        }

        if (
            node.Get("healthcheck").Get("test") is SequenceNode { Elements: [ScalarNode { IsNull: false } word, ..] }
            && word.Value is not ("CMD" or "CMD-SHELL" or "NONE")
            && !ComposeCheck.IsOpen(word)
        )
        {
            yield return Wrong($"{path}.healthcheck.test must begin with CMD, CMD-SHELL or NONE", word.Span);
        }

        // A stack file is read by Swarm, which knows no container names and ignores them.
        if (
            !node.Span.File.Name.Contains("stack", StringComparison.OrdinalIgnoreCase)
            && node.Get("container_name") is ScalarNode { IsNull: false, Value.Length: > 0 } name
            && Replicas(node) is { } replicas
        )
        {
            yield return Wrong(
                $"{path}: container_name allows only one container, but there are {replicas.Value} replicas",
                name.Span,
                replicas.Span
            ) with
            {
                Remedy = HasHostPort(node)
                    ? "Remove `container_name` and the fixed host port, which two replicas cannot share either, and let a proxy of the project reach them; or run one replica"
                    : "Remove `container_name`, or run one replica",
            };
        }

        foreach (var mount in node.Get("volumes")?.Items ?? [])
        {
            if (mount.Get("type")?.Text is "bind" && mount.Get("source") is null)
            {
                yield return Wrong($"{path}.volumes: a bind mount needs a source", mount.Span);
            }
        }
    }

    private static Fact<string>? Replicas(Node node) =>
        (node.Get("scale") ?? node.Get("deploy").Get("replicas"))?.Fact is { } count
        && int.TryParse(count.Value, out var number)
        && number > 1
            ? count
            : null;

    /// <summary><c>"3000:3000"</c>, not <c>"3000"</c> or <c>"3000-3010:3000"</c>.</summary>
    private static bool HasHostPort(Node service) =>
        service
            .Get("ports")
            ?.Items.Any(port =>
                port.Get("published") is ScalarNode { IsNull: false }
                || (
                    port is ScalarNode { Value: var value }
                    && value.LastIndexOf(':') is > 0 and var colon
                    && !value[..colon].Contains('-', StringComparison.Ordinal)
                )
            )
            is true;

    private static IEnumerable<Problem> InVolume(NodeEntry volume)
    {
        if (volume.Value.Get("external")?.Text is "true")
        {
            foreach (var entry in volume.Value.Entries)
            {
                if (entry.Key is "driver" or "driver_opts" or "labels")
                {
                    yield return Wrong($"volumes.{volume.Key}: external and {entry.Key} exclude each other", entry.KeySpan);
                }
            }
        }
    }

    /// <remarks>Source: Docker Engine, "Host network driver": a machine has one, which is always there.</remarks>
    private static IEnumerable<Problem> InNetwork(NodeEntry network)
    {
        if (
            network.Value.Get("driver") is ScalarNode { Value: "host" or "none" } driver
            && network.Value.Get("name") is null
            && network.Value.Get("external") is null
            && !network.KeySpan.File.Name.Contains("stack", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return Wrong(
                $"networks.{network.Key}: Docker allows only its own network with driver {driver.Value}; set network_mode: {driver.Value} on the service instead",
                driver.Span
            );
        }
    }

    private static IEnumerable<Problem> InSecret(NodeEntry secret, string section, string[] sources, bool isWhole)
    {
        List<NodeEntry> given = [.. secret.Value.Entries.Where(entry => sources.Contains(entry.Key))];
        if (given.Count > 1)
        {
            yield return Wrong(
                $"{section}.{secret.Key}: {given[0].Key} and {given[1].Key} exclude each other",
                given[1].KeySpan,
                given[0].KeySpan
            );
        }
        else if (
            isWhole
            && given.Count == 0
            && secret.Value is MappingNode mapping
            && mapping.Find("external") is null
            && mapping.Find("driver") is null
        )
        {
            yield return Wrong($"{section}.{secret.Key} must have one of {string.Join(", ", sources)}, or be external", secret.KeySpan);
        }
    }

    private static IReadOnlyList<NodeEntry> Entries(MappingNode root, string key) => root.Get(key)?.Entries ?? [];

    private static Problem Wrong(string message, SourceSpan span, SourceSpan? related = null) =>
        new(ProblemKind.InvalidValue, message, span, related);
}
