namespace Seaworthy.Deploying.Planning;

/// <summary>Something that is mounted.</summary>
/// <param name="Source">An absolute path of the host, or a volume as the engine knows it; null for an anonymous volume.</param>
/// <param name="IsVolume">A volume, not a path.</param>
public sealed record MountDefinition(string? Source, string Target, bool IsReadOnly, bool IsVolume)
{
    /// <summary>Declared from the place of the Compose file, or from a home directory: a path of the machine of the one who deploys.</summary>
    public bool IsRelative { get; init; }

    /// <summary>As <c>docker run --volume</c> takes it.</summary>
    public string Text => Source is null ? Target : $"{Source}:{Target}{(IsReadOnly ? ":ro" : "")}";
}
