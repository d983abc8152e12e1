using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>The words of Ruby's grammar.</summary>
/// <remarks>Source: Ruby documentation, "Keywords".</remarks>
internal static class RubyWords
{
    /// <summary>Open what <c>end</c> closes, wherever they stand.</summary>
    public static readonly FrozenSet<string> Openers = Set("def class module begin case do for");

    /// <summary>Open it where a statement begins; behind one they are its condition.</summary>
    public static readonly FrozenSet<string> Conditions = Set("if unless while until");

    /// <summary>Take a <c>do</c> that is no block.</summary>
    public static readonly FrozenSet<string> Loops = Set("while until for");

    /// <summary>End the arguments of a method that is called without brackets.</summary>
    public static readonly FrozenSet<string> Ends = Set("if unless while until and or rescue then do end else elsif ensure when in");

    /// <summary>No names of methods.</summary>
    public static readonly FrozenSet<string> All = Set(
        "if unless while until and or rescue then do end else elsif ensure when in def class module begin case for not return yield alias undef next break redo retry self nil true false __FILE__"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
