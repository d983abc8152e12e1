namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Which characters a place of a filter pattern takes.</summary>
internal enum FilterTokenKind
{
    Character,
    Set,

    /// <summary><c>*</c>: everything but a slash.</summary>
    Segment,

    /// <summary><c>**</c>: everything.</summary>
    Anything,

    /// <summary>No character: from here a name goes on at the next place or further ahead.</summary>
    Fork,
}
