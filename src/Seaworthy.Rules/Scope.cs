namespace Seaworthy.Rules;

/// <summary>Where the subject of a verdict is used. The order is that of harm.</summary>
public enum Scope
{
    /// <summary>Nothing runs it: an example, a document, what was put aside.</summary>
    Sample,

    Test,

    Development,

    /// <summary>Nothing says where: it may be deployed.</summary>
    Any,

    Production,
}
