namespace Seaworthy.Model.Known.Runtimes;

/// <summary>A tool that images install without a version: the runtime that its newest release asks for.</summary>
/// <param name="Runtime">As <see cref="ImageRuntime.Runtime"/> has it.</param>
/// <param name="Package">As the command names it.</param>
/// <param name="Needs">The lowest version that the newest release takes; later releases never take a lower one.</param>
/// <param name="Since">The month of the release that asked for it first, or in which it was seen.</param>
/// <param name="Source">Who says so.</param>
public sealed record NewestTool(string Runtime, string Package, string Needs, string Since, string Source)
{
    /// <summary>The version from which on the runtime brings an installer that takes an older release by itself; null when none does.</summary>
    public string? FallsBackFrom { get; init; }
}
