namespace Seaworthy.Reading.Linking;

/// <summary>One kind of link between facts, and how it is worked out.</summary>
/// <param name="of">What its links are.</param>
internal abstract class Relation(Type of)
{
    public Type Of { get; } = of;
}
