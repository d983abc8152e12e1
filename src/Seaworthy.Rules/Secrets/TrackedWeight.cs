namespace Seaworthy.Rules.Secrets;

/// <summary>What the secrets of an env file under version control are worth.</summary>
internal enum TrackedWeight
{
    /// <summary>The file holds none.</summary>
    None,

    /// <summary>For development, by the file's name or by what it says itself.</summary>
    Development,

    /// <summary>Defaults that the framework wants committed, and the deployment overrides.</summary>
    Default,

    /// <summary>What anybody could guess.</summary>
    Guessable,

    /// <summary>Random values.</summary>
    Real,
}
