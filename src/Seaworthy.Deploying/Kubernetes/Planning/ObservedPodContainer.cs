using System.Globalization;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>A container of a pod as the kubelet reports it.</summary>
/// <remarks>Source: Kubernetes API reference, ContainerStatus; kubelet sources, images/types.go and container/sync_result.go, for the reasons.</remarks>
public sealed record ObservedPodContainer(string Name)
{
    // What waits for these waits until somebody changes something.
    private static readonly string[] Lasting =
    [
        "CrashLoopBackOff",
        "ImagePullBackOff",
        "InvalidImageName",
        "ErrImageNeverPull",
        "CreateContainerConfigError",
        "CreateContainerError",
        "RunContainerError",
    ];

    public int Restarts { get; init; }

    /// <summary>Why it does not run yet; empty when it runs or has ended.</summary>
    public string Waiting { get; init; } = "";

    /// <summary>The kubelet's sentence on it.</summary>
    public string Message { get; init; } = "";

    /// <summary>How it ended the last time; null when it never did.</summary>
    public int? ExitCode { get; init; }

    /// <summary>It was ended since it took more memory than it may.</summary>
    public bool IsOutOfMemory { get; init; }

    /// <summary>What it printed before it was started again is asked for, and not what the new one prints.</summary>
    public bool HasEndedBefore => Restarts > 0;

    /// <summary>What does not end by itself, as a clause; null while it may become well.</summary>
    public string? Fault =>
        IsOutOfMemory ? "ran out of memory (OOMKilled)"
        : Waiting == "CrashLoopBackOff"
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"ends and is started again (CrashLoopBackOff{(ExitCode is { } code ? $", exit code {code}" : "")})"
            )
        : Lasting.Contains(Waiting) ? $"cannot start ({Waiting}{(Message.Length > 0 ? ": " + Message : "")})"
        : null;
}
