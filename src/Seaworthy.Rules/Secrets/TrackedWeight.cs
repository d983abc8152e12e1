namespace Seaworthy.Rules.Secrets;

/// <summary>The weight of the secrets in a committed environment file.</summary>
internal enum TrackedWeight
{
    /// <summary>The file has none.</summary>
    None,

    /// <summary>For development, by the file's name or content.</summary>
    Development,

    /// <summary>Defaults that the framework expects to be committed, and that deployments override.</summary>
    Default,

    /// <summary>Guessable values.</summary>
    Guessable,

    /// <summary>Random values.</summary>
    Real,
}
