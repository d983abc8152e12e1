namespace Seaworthy.Deploying.Commands;

/// <summary>What the engine is given to know our things by.</summary>
public static class Labels
{
    public const string Project = "dev.seaworthy.project";
    public const string Service = "dev.seaworthy.service";
    public const string Release = "dev.seaworthy.release";

    /// <summary>The project that an image was built for. Containers inherit labels of their image, so it is not that of containers.</summary>
    public const string ImageOf = "dev.seaworthy.image-of";

    /// <summary>A keyed hash of all that the container was made of.</summary>
    public const string Configuration = "dev.seaworthy.configuration";

    /// <summary><c>service</c>, <c>proxy</c>, <c>acme</c>, <c>migration</c> or <c>scratch</c>.</summary>
    public const string Role = "dev.seaworthy.role";

    /// <summary>The restart policy, which is off while a container is kept for a rollback.</summary>
    public const string Restart = "dev.seaworthy.restart";
}
