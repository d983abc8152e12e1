namespace Seaworthy.Model.Source;

/// <summary>What an element of a path pattern stands for.</summary>
internal enum WildTokenKind
{
    None,

    /// <summary>One character, given or of a set.</summary>
    Character,

    /// <summary><c>*</c>: any run of characters of one name.</summary>
    Star,

    /// <summary><c>**/</c>: any number of whole directories.</summary>
    Directories,

    /// <summary><c>**</c> at the end: all that follows.</summary>
    Rest,
}
