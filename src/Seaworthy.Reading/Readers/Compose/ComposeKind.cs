namespace Seaworthy.Reading.Readers.Compose;

/// <summary>What a YAML mapping is, as far as Compose goes.</summary>
internal enum ComposeKind
{
    Other,
    Current,

    /// <summary>Services at the top level.</summary>
    Legacy,
}
