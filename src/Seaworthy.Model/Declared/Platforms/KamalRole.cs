using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A role of Kamal: servers that run one command of the image.</summary>
/// <param name="Command">In place of that of the image; null for the image's own.</param>
/// <remarks>Source: Kamal documentation, "Roles".</remarks>
public sealed record KamalRole(Fact<string> Name, PlatformCommand? Command)
{
    /// <summary>The proxy leads to it: the role <c>web</c>, unless the file says otherwise.</summary>
    public bool IsProxied { get; init; }

    public IReadOnlyList<PlatformVariable> Environment { get; init; } = [];
}
