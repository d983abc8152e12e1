using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Verifying.Containers;

namespace Seaworthy.Deploying.Running;

/// <summary>What <c>docker inspect</c> says, as our own records.</summary>
internal static class EngineReading
{
    public static IReadOnlyList<ObservedContainer> Containers(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Container)];
    }

    private static ObservedContainer Container(JsonElement element)
    {
        var state = element.GetProperty("State");
        var config = element.GetProperty("Config");
        var labels = config.TryGetProperty("Labels", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var health = state.TryGetProperty("Health", out var check) && check.ValueKind == JsonValueKind.Object ? check : default;
        return new ObservedContainer(Text(element, "Name").TrimStart('/'))
        {
            Service = Label(labels, Labels.Service),
            Role = Label(labels, Labels.Role),
            Release = int.TryParse(Label(labels, Labels.Release), NumberStyles.None, CultureInfo.InvariantCulture, out var release)
                ? release
                : 0,
            Configuration = Label(labels, Labels.Configuration),
            Restart = Label(labels, Labels.Restart) is { Length: > 0 } policy ? policy : "no",
            Image = Text(element, "Image"),
            Status = Text(state, "Status"),
            ExitCode = Number(state, "ExitCode"),
            IsOutOfMemory = state.TryGetProperty("OOMKilled", out var killed) && killed.ValueKind == JsonValueKind.True,
            Restarts = Number(element, "RestartCount"),
            ProcessId = Number(state, "Pid"),
            Health = health.ValueKind == JsonValueKind.Object ? Text(health, "Status") : null,
            HealthOutput = LastOutput(health),
            Addresses = Addresses(element),
            VariableNames = [.. Items(config, "Env").Select(item => (item.GetString() ?? "").Split('=')[0])],
            VariableHashes = Items(config, "Env")
                .Select(item => item.GetString() ?? "")
                .Where(item => item.Contains('=', StringComparison.Ordinal))
                .DistinctBy(item => item.Split('=')[0])
                .ToDictionary(item => item.Split('=')[0], item => Variable.Hash(item[(item.IndexOf('=', StringComparison.Ordinal) + 1)..])),
            RestartPolicy = Policy(element.GetProperty("HostConfig")),
            Settings = SettingValues.Observed(element),
            Entrypoint = [.. Items(config, "Entrypoint").Select(item => item.GetString() ?? "")],
            Command = [.. Items(config, "Cmd").Select(item => item.GetString() ?? "")],
            Names = Names(element),
            Published = Published(element.GetProperty("HostConfig")),
            Mounts = [.. Items(element, "Mounts").Where(mount => Text(mount, "Type") is "volume" or "bind").Select(Mount)],
            MountTargets = [.. Items(element, "Mounts").Select(mount => Text(mount, "Destination"))],
        };
    }

    private static bool IsReadOnly(JsonElement mount) =>
        mount.TryGetProperty("RW", out var isWritable) && isWritable.ValueKind == JsonValueKind.False;

    private static Dictionary<string, string> Addresses(JsonElement element) =>
        element.GetProperty("NetworkSettings").TryGetProperty("Networks", out var networks) && networks.ValueKind == JsonValueKind.Object
            ? networks
                .EnumerateObject()
                .ToDictionary(network => network.Name, network => Text(network.Value, "IPAddress"), StringComparer.Ordinal)
            : [];

    private static Dictionary<string, IReadOnlyList<string>> Names(JsonElement element) =>
        element.GetProperty("NetworkSettings").TryGetProperty("Networks", out var networks) && networks.ValueKind == JsonValueKind.Object
            ? networks
                .EnumerateObject()
                .ToDictionary(
                    network => network.Name,
                    network => (IReadOnlyList<string>)[.. Items(network.Value, "Aliases").Select(item => item.GetString() ?? "")],
                    StringComparer.Ordinal
                )
            : [];

    private static string Policy(JsonElement host) =>
        host.TryGetProperty("RestartPolicy", out var policy) && policy.ValueKind == JsonValueKind.Object
            ? Text(policy, "Name")
                + (Number(policy, "MaximumRetryCount") is > 0 and var most ? string.Create(CultureInfo.InvariantCulture, $":{most}") : "")
            : "";

    private static IReadOnlyList<string> Published(JsonElement host) =>
        host.TryGetProperty("PortBindings", out var ports) && ports.ValueKind == JsonValueKind.Object
            ?
            [
                .. ports
                    .EnumerateObject()
                    .Where(port => port.Value.ValueKind == JsonValueKind.Array)
                    .SelectMany(port =>
                        port.Value.EnumerateArray()
                            .Select(binding => NetworkDrifts.Written(Text(binding, "HostIp"), Text(binding, "HostPort"), port.Name))
                    ),
            ]
            : [];

    private static ObservedMount Mount(JsonElement mount)
    {
        var isVolume = Text(mount, "Type") == "volume";
        return new ObservedMount(Text(mount, "Destination"), Text(mount, isVolume ? "Name" : "Source"), IsReadOnly(mount), isVolume);
    }

    private static string LastOutput(JsonElement health) =>
        health.ValueKind == JsonValueKind.Object && Items(health, "Log").LastOrDefault() is { ValueKind: JsonValueKind.Object } last
            ? Text(last, "Output").Trim()
            : "";

    private static string Label(JsonElement labels, string name) => labels.ValueKind == JsonValueKind.Object ? Text(labels, name) : "";

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;
}
