using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;

namespace Seaworthy.Deploying.Planning;

/// <summary>Settings of a service that the engine takes under another name, as arguments.</summary>
internal static class OptionRendering
{
    public static IEnumerable<string> Of(ComposeService service, VariableFilling filling) =>
        Ones(service)
            .SelectMany(option => Option(option.Name, filling.Text(option.Value)))
            .Concat(Flags(service).Where(flag => flag.Flag?.Value is true).Select(flag => flag.Name))
            .Concat(Lists(service).SelectMany(list => list.Values.SelectMany(value => Option(list.Name, filling.Text(value)))))
            .Concat(Pairs("--log-opt", "=", service.Logging?.Options ?? [], filling))
            .Concat(Pairs("--sysctl", "=", service.Sysctls, filling))
            .Concat(Pairs("--add-host", ":", service.ExtraHosts, filling))
            .Concat(
                service.Ulimits.SelectMany(limit =>
                    Option("--ulimit", $"{limit.Name.Value}={filling.Fill(limit.Soft)}:{filling.Fill(limit.Hard ?? limit.Soft)}")
                )
            );

    private static IReadOnlyList<One> Ones(ComposeService service) =>
        [
            new("--user", service.User),
            new("--workdir", service.WorkingDirectory),
            new("--hostname", service.Hostname),
            new("--memory", service.MemoryLimit ?? service.Deploy?.Limits?.Memory),
            new("--memory-reservation", service.MemoryReservation ?? service.Deploy?.Reservations?.Memory),
            new("--cpus", service.Cpus ?? service.Deploy?.Limits?.Cpus),
            new("--pids-limit", service.PidsLimit ?? service.Deploy?.Limits?.Pids),
            new("--shm-size", service.ShmSize),
            new("--stop-signal", service.StopSignal),
            new("--pid", service.Pid),
            new("--ipc", service.Ipc),
            new("--runtime", service.Runtime),
            new("--log-driver", service.Logging?.Driver),
        ];

    private static IReadOnlyList<Switch> Flags(ComposeService service) =>
        [
            new("--read-only", service.ReadOnly),
            new("--init", service.Init),
            new("--privileged", service.Privileged),
            new("--interactive", service.StdinOpen),
            new("--tty", service.Tty),
        ];

    private static IReadOnlyList<Many> Lists(ComposeService service) =>
        [
            new("--cap-add", service.CapAdd),
            new("--cap-drop", service.CapDrop),
            new("--security-opt", service.SecurityOpt),
            new("--group-add", service.GroupAdd),
            new("--dns", service.Dns),
            new("--tmpfs", [.. service.Tmpfs, .. Temporary(service)]),
        ];

    private static IEnumerable<Template> Temporary(ComposeService service) =>
        service.Volumes.Where(mount => mount.Type == ComposeMountType.Tmpfs).Select(mount => mount.Target).OfType<Template>();

    private static IEnumerable<string> Pairs(string name, string between, IReadOnlyList<ComposeVariable> pairs, VariableFilling filling) =>
        pairs.SelectMany(pair => Option(name, $"{pair.Name.Value}{between}{filling.Fill(pair.Value)}"));

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    private sealed record One(string Name, Template? Value);

    private sealed record Switch(string Name, ComposeFlag? Flag);

    private sealed record Many(string Name, IReadOnlyList<Template> Values);
}
