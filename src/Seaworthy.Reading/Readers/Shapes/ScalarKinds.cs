namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>Which scalar types a specification allows at a place.</summary>
[Flags]
internal enum ScalarKinds
{
    None = 0,
    Text = 1,
    Integer = 2,

    /// <summary>A number with a fraction.</summary>
    Fraction = 4,
    Flag = 8,
    Null = 16,

    Number = Integer | Fraction,
    Any = Text | Number | Flag | Null,
}
