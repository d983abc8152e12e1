namespace Seaworthy.Deploying.Verifying.Containers;

/// <summary>A setting of a container: the option that makes it, and where <c>docker inspect</c> shows it.</summary>
/// <param name="Option">The option of <c>docker create</c>.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Path">The names that lead to it.</param>
internal sealed record Setting(string Option, string Name, SettingForm Form, params IReadOnlyList<string> Path)
{
    /// <summary>An engine or an image adds nothing of its own: where nothing is declared, there is to be nothing.</summary>
    public bool IsWhole { get; init; }

    /// <remarks>Source: Docker Engine API 1.41, "ContainerInspect"; docker documentation, "docker container create".</remarks>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--memory", "memory limit", SettingForm.Bytes, "HostConfig", "Memory") { IsWhole = true },
        new("--memory-reservation", "memory reservation", SettingForm.Bytes, "HostConfig", "MemoryReservation") { IsWhole = true },
        new("--cpus", "CPU limit", SettingForm.Cpus, "HostConfig", "NanoCpus") { IsWhole = true },
        new("--pids-limit", "limit of processes", SettingForm.Number, "HostConfig", "PidsLimit") { IsWhole = true },
        new("--shm-size", "size of /dev/shm", SettingForm.Bytes, "HostConfig", "ShmSize"),
        new("--user", "user", SettingForm.Text, "Config", "User"),
        new("--workdir", "working directory", SettingForm.Text, "Config", "WorkingDir"),
        new("--hostname", "host name", SettingForm.Text, "Config", "Hostname"),
        new("--stop-signal", "stop signal", SettingForm.Text, "Config", "StopSignal"),
        new("--pid", "PID namespace", SettingForm.Text, "HostConfig", "PidMode") { IsWhole = true },
        new("--ipc", "IPC namespace", SettingForm.Text, "HostConfig", "IpcMode"),
        new("--runtime", "runtime", SettingForm.Text, "HostConfig", "Runtime"),
        new("--log-driver", "log driver", SettingForm.Text, "HostConfig", "LogConfig", "Type"),
        new("--log-opt", "log options", SettingForm.Pairs, "HostConfig", "LogConfig", "Config"),
        new("--read-only", "read-only root", SettingForm.Flag, "HostConfig", "ReadonlyRootfs") { IsWhole = true },
        new("--privileged", "privileged mode", SettingForm.Flag, "HostConfig", "Privileged") { IsWhole = true },
        new("--init", "init process", SettingForm.Flag, "HostConfig", "Init"),
        new("--interactive", "open standard input", SettingForm.Flag, "Config", "OpenStdin") { IsWhole = true },
        new("--tty", "terminal", SettingForm.Flag, "Config", "Tty") { IsWhole = true },
        new("--cap-add", "added capabilities", SettingForm.Capabilities, "HostConfig", "CapAdd") { IsWhole = true },
        new("--cap-drop", "dropped capabilities", SettingForm.Capabilities, "HostConfig", "CapDrop") { IsWhole = true },
        new("--security-opt", "security options", SettingForm.List, "HostConfig", "SecurityOpt"),
        new("--group-add", "groups", SettingForm.List, "HostConfig", "GroupAdd") { IsWhole = true },
        new("--dns", "DNS servers", SettingForm.List, "HostConfig", "Dns"),
        new("--sysctl", "kernel parameters", SettingForm.Pairs, "HostConfig", "Sysctls"),
        new("--add-host", "extra hosts", SettingForm.List, "HostConfig", "ExtraHosts"),
        new("--ulimit", "ulimits", SettingForm.Limits, "HostConfig", "Ulimits"),
    ];
}
