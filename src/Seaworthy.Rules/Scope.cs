namespace Seaworthy.Rules;

/// <summary>Where the subject of a verdict is used, in order of harm.</summary>
public enum Scope
{
    /// <summary>Nothing runs it: an example, a document, a retired file.</summary>
    Sample,

    Test,

    Development,

    /// <summary>Nothing says where: it may be deployed.</summary>
    Any,

    Production,
}
