using System.Globalization;

namespace Seaworthy.Deploying.Verifying;

/// <summary>What the kernel counts of a container whose memory ran out. The engine itself tells only of a container that ended.</summary>
/// <remarks>Source: Linux kernel documentation, "Control Group v2", memory.events; "Memory Resource Controller", memory.oom_control.</remarks>
public static class MemoryCounter
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>The file that counts, by what <c>/proc/PID/cgroup</c> says; null where there is none.</summary>
    public static string? FileOf(string cgroup)
    {
        ArgumentNullException.ThrowIfNull(cgroup);
        var lines = cgroup.Split('\n').Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToList();
        var older = lines.FirstOrDefault(parts => parts[1].Split(',').Contains("memory"));
        var newer = lines.FirstOrDefault(parts => parts[0] == "0" && parts[1].Length == 0);
        return older is not null ? Of($"{Root}/memory", older[2], "memory.oom_control")
            : newer is not null ? Of(Root, newer[2], "memory.events")
            : null;
    }

    /// <summary>How many processes were killed; null when the file does not say.</summary>
    public static int? Killed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.Split('\n').Select(line => line.Split(' ')).FirstOrDefault(parts => parts is ["oom_kill", _]) is [_, var count]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var killed)
            ? killed
            : null;
    }

    private static string? Of(string root, string path, string file) =>
        path.Contains("..", StringComparison.Ordinal) ? null : $"{root}{path.TrimEnd('/')}/{file}";
}
